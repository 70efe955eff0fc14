// Before first paint, so that nothing flickers: the reader's paper, face and folds, as they were chosen last.
(() => {
  const { classList, dataset } = document.documentElement;
  classList.add('on');
  try {
    const choices = JSON.parse(localStorage.getItem('daybook') ?? '{}') as Record<string, unknown>;
    for (const name of ['theme', 'face', 'noise', 'tz']) {
      if (typeof choices[name] === 'string') dataset[name] = choices[name];
    }
  } catch {
    // No storage, or not ours: the page is as its owner made it.
  }
})();
