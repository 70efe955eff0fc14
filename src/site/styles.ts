// One style sheet from several: comments and needless blanks taken out, strings left alone.
//
//   a:hover { color: var(--link); }   →   a:hover{color:var(--link)}

const TOKEN = /"[^"\n]*"|'[^'\n]*'|\/\*[^]*?\*\/|\s*[{};,]\s*|:\s+|\s+/g;

/** The sources joined in their order, as small as a plain clean-up makes them. */
export function joinStyles(sources: readonly string[]): string {
  return sources
    .join('\n')
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(TOKEN, (token) => {
      if (token.startsWith('"') || token.startsWith("'")) return token;
      const sign = token.trim();
      return sign === '' ? ' ' : sign;
    })
    .replace(/;}/g, '}')
    .trim()
    .concat('\n');
}
