// The pieces of a transcript that tell something, one at a time, without the document as a whole in memory.
//
//   <log …><envelope …><sender …>ada</sender><message …>hello</message></envelope><event …><message>…</message></event></log>
//
// Text comes in pieces (lines); a unit is given as soon as the piece that ends it has come. A `<` is never part of what people
// wrote, so the tags alone tell where a unit ends, and one that a crash cut ends where the next begins.

/** A sender, message or event from its tag to its end; of what holds others (log, envelope), and of a session, the tag alone. */
export interface Unit {
  readonly name: string;
  readonly text: string;
  /** Its end never came. */
  readonly torn?: true;
}

export interface Units {
  /** The units that end in this piece of the document. */
  readonly feed: (piece: string) => readonly Unit[];
  /** True once the document has ended. */
  readonly ended: () => boolean;
}

const TAG = /<(\/?)(log|envelope|session|sender|message|event)(?=[\s/>])[^<>]*>/gu;
const ALONE: ReadonlySet<string> = new Set(['log', 'envelope', 'session']);
/** In characters; more than any client writes of what happened. */
const MOST = 1024 * 1024;

export function unitsOf(): Units {
  let open: { readonly name: string; text: string } | undefined;
  let ended = false;

  const feed = (piece: string): readonly Unit[] => {
    const units: Unit[] = [];
    let from = 0;
    const tear = (to: number): void => {
      if (open) units.push({ name: open.name, text: open.text + piece.slice(from, to), torn: true });
      open = undefined;
    };
    for (const { 0: tag, 1: close, 2: name = '', index } of piece.matchAll(TAG)) {
      const to = index + tag.length;
      if (close) {
        if (open?.name === name) {
          units.push({ name, text: open.text + piece.slice(from, to) });
          open = undefined;
        } else if (name === 'log') {
          tear(index);
          ended = true;
        }
      } else if (open?.name !== 'event' || name !== 'message') {
        tear(index);
        ended = false;
        if (ALONE.has(name) || tag.endsWith('/>')) units.push({ name, text: tag });
        else [open, from] = [{ name, text: '' }, index];
      }
    }
    if (open) open.text += piece.slice(from);
    from = piece.length;
    if (open && open.text.length > MOST) tear(from);
    return units;
  };

  return { feed, ended: () => ended };
}
