// Classes of letters, marks and numbers in expressions, told by few ranges. Unicode's own are hundreds of ranges: V8 takes 20 to
// 30 ms for an expression that names some, and to find out which client wrote a log asks many.

/** Below U+0700 and among signs as Unicode has them; elsewhere whole blocks, with what little else is in them. */
const RANGES = {
  L:
    String.raw`A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1\u02c6-\u02d1\u02e0-\u02e4\u02ec\u02ee` +
    String.raw`\u0370-\u0374\u0376-\u037d\u037f\u0386\u0388-\u03f5\u03f7-\u0481\u048a-\u0559\u0560-\u0588\u05d0-\u05f2` +
    String.raw`\u0620-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06e5-\u06e6\u06ee-\u06ef\u06fa-\u06fc\u06ff\u0700-\u1fff` +
    String.raw`\u2071\u207f\u2090-\u209c\u2102\u2107\u210a-\u2113\u2115\u2119-\u211d\u2124-\u2139\u213c-\u2149\u214e\u2183-\u2184` +
    String.raw`\u2c00-\u2ddf\u2e2f\u3005-\u3006\u3031-\u3035\u303b-\u303c\u3041-\u3096\u309d-\u309f\u30a1-\u30fa` +
    String.raw`\u30fc-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\ud7ff\uf900-\ufdfb\ufe70-\ufefc\uff21-\uff3a\uff41-\uff5a` +
    String.raw`\uff66-\uffdc\u{10000}-\u{1efff}\u{20000}-\u{3ffff}`,
  M:
    String.raw`\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc` +
    String.raw`\u06df-\u06ed\u20d0-\u20ff\u302a-\u302f\u3099-\u309a\ufe00-\ufe0f\ufe20-\ufe2f`,
  N:
    String.raw`0-9\u00b2\u00b3\u00b9\u00bc-\u00be\u0660-\u0669\u06f0-\u06f9\u2070\u2074-\u2079\u2080-\u2089` +
    String.raw`\u2150-\u2182\u2185-\u218b\u2460-\u249b\uff10-\uff19`,
};

/**
 * The source of an expression with the flag `u`, its `\p{L}`, `\p{M}` and `\p{N}` told by few ranges. Every letter stays one; of
 * scripts whose blocks are taken as a whole marks, digits and punctuation become letters.
 */
export function byRanges(source: string): string {
  let inClass = false;
  return source.replace(/\\p\{([LMN])\}|\\[^]|[[\]]/gu, (found, kind: keyof typeof RANGES | undefined) => {
    if (kind) return inClass ? RANGES[kind] : `[${RANGES[kind]}]`;
    if (found === '[') inClass = true;
    if (found === ']') inClass = false;
    return found;
  });
}
