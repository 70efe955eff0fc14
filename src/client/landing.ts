// Where a link lands: a folded line's fold opens, in browsers that do not open it themselves.

export function openForTarget(): void {
  const land = (): void => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id === '' ? null : document.getElementById(id);
    const fold = target?.closest('details');
    if (!target || !fold || fold.open) return;
    fold.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', land);
  land();
}
