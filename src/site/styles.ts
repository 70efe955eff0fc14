// One style sheet from several: comments and needless blanks taken out, strings left alone.
//
//   a > b:hover { margin: 0.5rem 0; }   →   a>b:hover{margin:.5rem 0}
//
// Rules under one media query go together where the last of them stands: in these sheets a narrow page's rules always
// override a wide one's, so the order among the rest says nothing of them.

const STRING = /("[^"\n]*"|'[^'\n]*')/;

/** The sources joined in their order, as small as a plain clean-up makes them. */
export function joinStyles(sources: readonly string[]): string {
  const text = sources.join('\n').replace(/\/\*[^]*?\*\//g, '');
  const small = text
    .split(STRING)
    .map((part) => (STRING.test(part) ? part : compact(part)))
    .join('')
    // An attribute's value that is a word needs no quotes.
    .replace(/=(["'])([a-z][\w-]*)\1\]/g, '=$2]')
    .trim();
  return `${mediaTogether(blocksOf(small)).join('')}\n`;
}

function compact(css: string): string {
  return (
    css
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,>~]) ?/g, '$1')
      .replace(/: /g, ':')
      .replace(/;}/g, '}')
      // In calc() these two need no blanks; plus and minus do.
      .replace(/ ([*/]) /g, '$1')
      // Nor does what follows a function among values, or a query's first parenthesis.
      .replace(/\{[^{}]*\}/g, (values) => values.replace(/\) (?=[\w#.])/g, ')'))
      .replace(/@media \(/g, '@media(')
      .replace(/ \+ (?=[^;{}]*\{)/g, '+')
      .replace(/ !/g, '!')
      // The older spelling is as good.
      .replace(/::(?=before|after)/g, ':')
      .replace(/(?<![\w.])0\.(?=\d)/g, '.')
  );
}

/** The rules and at-rules of the top level, whole. */
function blocksOf(css: string): readonly string[] {
  const blocks: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < css.length; at++) {
    if (css[at] === '{') depth += 1;
    if (css[at] !== '}') continue;
    depth -= 1;
    if (depth > 0) continue;
    blocks.push(css.slice(from, at + 1));
    from = at + 1;
  }
  return [...blocks, css.slice(from)];
}

function mediaTogether(blocks: readonly string[]): readonly string[] {
  const queryOf = (block: string): string | undefined => /^@media[^{]*/.exec(block)?.[0];
  return blocks.flatMap((block, index) => {
    const query = queryOf(block);
    if (query === undefined) return [block];
    if (blocks.slice(index + 1).some((later) => queryOf(later) === query)) return [];
    const same = blocks.slice(0, index + 1).filter((one) => queryOf(one) === query);
    return [`${query}{${same.map((one) => one.slice(query.length + 1, -1)).join('')}}`];
  });
}
