// Identifiers in what people say: the words that were typed for a machine, not for a reader.
//
//   the race is in xpmem_attach(), see mm/mmap.c:120 and 0xffff8810, fixed by 4b825dc642cb
//                  ^^^^^^^^^^^^^^      ^^^^^^^^^^^^^     ^^^^^^^^^^          ^^^^^^^^^^^^
//
//   path    /two/segments, ~/x, ./x, ../x, /etc, C:\x, or segments with slashes whose last one has an extension
//   file    name.ext of a known extension, with or without a line number
//   name    a word with an underscore inside, `__word`, `word_*`, `a::b`, `word()`
//   number  0x…
//   commit  7 to 40 lower-case hexadecimal digits, letters and digits both
//
// The day page marks them as code, the data side counts them as terms. Links are not its business: give it the text between them.

export interface Identifier {
  readonly kind: 'path' | 'file' | 'name' | 'number' | 'commit';
  /** Half-open range in UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
  /** The thing itself, without `()` and line number. */
  readonly name: string;
}

/** Nothing of a line without one of these is an identifier: most lines are settled here, by their signs alone. */
const SIGN = /[_/\\:(.0-9]/;
const HINT = /[_/\\]|::|\(\)|\.[a-z]|0x|[0-9][a-f]|[a-f][0-9]/i;

const WORD = String.raw`[\p{L}\p{N}_]`;
const SEGMENT = String.raw`[\p{L}\p{N}_.+@%=,~-]+`;
const BEFORE_PATH = String.raw`(?<![\p{L}\p{N}_.+@%=,~/\\:#-])`;
const ROOTS = 'bin|boot|dev|etc|home|lib|lib64|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var';
const EXTENSIONS =
  'asm|bat|c|cc|cfg|conf|cpp|cs|css|csv|diff|dll|el|exe|gz|h|hh|hpp|hs|html|ini|java|jar|json|ko|lua|log|md|mk|ml|patch|php|pl|ps1|py|rb|rpm|rs|rst|sh|so|sql|tar|tcl|toml|ts|txt|vim|xml|yaml|yml|zip';

/** Its groups have no names: V8 makes an object of these for each word that is found. */
const PATTERN = new RegExp(
  [
    // A path: from a root, from here, from home, of Windows, or relative with an extension at its end.
    `${BEFORE_PATH}((?:~|\\.\\.?)?(?:/${SEGMENT})+/?|~/|[A-Za-z]:\\\\[\\p{L}\\p{N}_.\\\\+-]+|${SEGMENT}(?:/${SEGMENT})+)(?::\\d+)?`,
    `(?<![\\p{L}\\p{N}_.@/-])([\\p{L}\\p{N}_+-]+\\.(?:${EXTENSIONS}))(?![\\p{L}\\p{N}_@/-]|\\.[\\p{L}\\p{N}])(?::\\d+)?`,
    `(?<![#@$]|${WORD})(${WORD}+(?:::~?${WORD}+)*)(\\*(?!${WORD}))?(\\(\\))?(?!@|${WORD})`,
  ].join('|'),
  'gu',
);

const NONE: readonly Identifier[] = [];

/** The identifiers of a text in their order, none overlapping another. A smiley (`o_O`, `^_^`) is none. */
export function identifiersIn(text: string): readonly Identifier[] {
  if (!SIGN.test(text) || !HINT.test(text)) return NONE;
  const found: Identifier[] = [];
  PATTERN.lastIndex = 0;
  for (let match = PATTERN.exec(text); match; match = PATTERN.exec(text)) {
    const start = match.index;
    const path = match[1];
    const file = match[2];
    const name = match[3];
    if (path !== undefined) {
      const trimmed = path.replace(/[.,=%@+~-]+$/, '');
      if (isPath(trimmed)) {
        const whole = trimmed === path ? match[0].length : trimmed.length;
        found.push({ kind: 'path', start, end: start + whole, name: trimmed });
        PATTERN.lastIndex = start + whole;
      } else {
        // Not a path, yet its words may be names: `xpmem_get/xpmem_put`.
        for (const word of wordsOf(path)) {
          const kind = kindOf(word[0], false, false);
          const at = start + word.index;
          if (kind) found.push({ kind, start: at, end: at + word[0].length, name: word[0] });
        }
        PATTERN.lastIndex = start + path.length;
      }
    } else if (file !== undefined) {
      found.push({ kind: 'file', start, end: start + match[0].length, name: file });
    } else if (name !== undefined) {
      const star = match[4] !== undefined && name.endsWith('_');
      const call = match[5] !== undefined && match[4] === undefined;
      const kind = kindOf(name, star, call);
      if (kind) {
        const end = start + name.length + (star ? 1 : 0) + (call ? 2 : 0);
        found.push({ kind, start, end, name: star ? `${name}*` : name });
      }
    }
  }
  return found;
}

function wordsOf(text: string): Iterable<RegExpMatchArray & { readonly index: number }> {
  return text.matchAll(/[\p{L}\p{N}_]+/gu) as Iterable<RegExpMatchArray & { readonly index: number }>;
}

/** True for what reads as a file's place; `and/or`, `24/7`, `/join`, `s/this/that/` do not. */
function isPath(text: string): boolean {
  if (/^[A-Za-z]:\\./.test(text)) return true;
  if (/^(?:~|\.\.?)\/./.test(text)) return true;
  if (text.startsWith('/')) {
    return /^\/[^/]+\/[^/]/.test(text) || /^\/[^/]*[^/.]\.[A-Za-z][A-Za-z0-9]{0,4}$/.test(text) || isRoot(text);
  }
  // The last segment's extension has a letter first, so that `HTTP/1.1` and `3.5/4.0` stay words.
  return !text.startsWith('s/') && /^[^/]*\p{L}[^/]*\/(?:.*\/)?[^/]*[^/.]\.[A-Za-z][A-Za-z0-9]{0,4}$/u.test(text);
}

function isRoot(text: string): boolean {
  return new RegExp(`^/(?:${ROOTS})/?$`).test(text);
}

function kindOf(word: string, star: boolean, call: boolean): Identifier['kind'] | undefined {
  if (/^0[xX][0-9a-fA-F]+$/.test(word)) return 'number';
  if (isCommit(word)) return 'commit';
  if (!/\p{L}/u.test(word)) return undefined;
  if (call || star) return 'name';
  if (word.includes('::')) return 'name';
  if (/^\p{L}_+\p{L}$/u.test(word)) return undefined;
  return /[\p{L}\p{N}]_+[\p{L}\p{N}]|^__+[\p{L}\p{N}]/u.test(word) ? 'name' : undefined;
}

/** A number in scientific notation (`1e1000000`) has the shape, but is none. */
function isCommit(word: string): boolean {
  return /^[0-9a-f]{7,40}$/.test(word) && /[a-f]/.test(word) && /[0-9]/.test(word) && !/^\d+e\d+$/.test(word);
}
