// The elements of an array in a JSON document, one at a time, without the document as a whole in memory.
//
//   {"channel": {…}, "messages": [ {…}, {…}, … ], "messageCount": 2}
//
// A chat's export is one object with a long array. Its text comes in pieces (lines); an element is given as soon as the piece
// that ends it has come. Only brackets and strings are told apart here; whether an element is JSON, its parse shows.

export interface Elements {
  /** The elements that end in this piece of the document, as text; none after a bracket that closes nothing. */
  readonly feed: (piece: string) => readonly string[];
  /** True once the array has ended. */
  readonly ended: () => boolean;
  /** The text before the array, which ends with `"<name>":`. */
  readonly head: () => string;
}

/** More of one element, or of what comes before the array, than any export holds: it is given up. */
const MOST = 16 * 1024 * 1024;

/** Reads the elements of the array `name` that is a field of the document's root object. */
export function elementsOf(name: string): Elements {
  const key = new RegExp(String.raw`"${name}"\s*:\s*$`, 'u');
  let head = '';
  let element = '';
  let depth = 0;
  let inArray = false;
  let done = false;
  let ended = false;
  let inString = false;
  let escaped = false;

  const feed = (piece: string): readonly string[] => {
    const whole: string[] = [];
    /** Where what is being collected begins in this piece. */
    let from = 0;
    for (let index = 0; index < piece.length && !done; index++) {
      const char = piece[index];
      if (inString) {
        if (escaped) escaped = false;
        else if (char === '\\') escaped = true;
        else if (char === '"') inString = false;
        continue;
      }
      if (char === '"') inString = true;
      else if (char === '{' || char === '[') {
        if (!inArray && char === '[' && depth === 1 && key.test(head + piece.slice(from, index))) {
          head += piece.slice(from, index);
          inArray = true;
        } else if (inArray && depth === 2) from = index;
        depth++;
      } else if (char === '}' || char === ']') {
        depth--;
        if (inArray && depth === 2) {
          whole.push(element + piece.slice(from, index + 1));
          element = '';
          from = index + 1;
        } else if (depth < 2 && inArray) done = ended = true;
        else if (depth < 1) done = true;
      }
    }
    if (!inArray) head += piece.slice(from);
    else if (depth > 2) element += piece.slice(from);
    if (head.length > MOST || element.length > MOST) done = true;
    return whole;
  };

  return { feed, ended: () => ended, head: () => head };
}
