// What the elements of prose have beside what Markdown gives them: names of what scrolls, columns of figures, directions.
import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { needsDirection } from '../parts/html.ts';

/** Lets a renderer write elements as the policy of the pages, keyboards, and languages written from the right need them. */
export function elements(md: MarkdownIt): void {
  reachable(md);
  columns(md);
  directions(md);
}

/** Tables and code may be wider than their column, and scroll then: the keyboard gets to them, and hears what they are. */
function reachable({ renderer }: MarkdownIt): void {
  const scrolls = (name: string): string => ` role=group aria-label=${name} tabindex=0`;
  const { rules } = renderer;
  rules.table_open = () => `<div${scrolls('Table')}><table>\n`;
  rules.table_close = () => '</table></div>\n';
  for (const kind of ['fence', 'code_block'] as const) {
    const plain = rules[kind]!;
    rules[kind] = (...given) => plain(...given).replace('<pre', `<pre${scrolls('Code')}`);
  }
}

/** A column that is set to the right is one of figures. The policy of the pages takes no `style`, which Markdown would give it. */
function columns({ renderer }: MarkdownIt): void {
  const { rules } = renderer;
  rules.th_open = rules.td_open = (tokens, at) => {
    const cell = tokens[at]!;
    const style = cell.attrGet('style');
    cell.attrs = cell.attrs?.filter(([name]) => name !== 'style') ?? null;
    if (style?.endsWith('right')) cell.attrSet('class', 'num');
    return renderer.renderToken(tokens, at, {});
  };
}

/** A paragraph, title, cell or list that has right-to-left letters reads as its first letter does; a list whole, with its marks. */
function directions({ core }: MarkdownIt): void {
  core.ruler.push('directions', ({ tokens }) => {
    const lists: Token[] = [];
    for (const [at, token] of tokens.entries()) {
      if (/list_open$/.test(token.type)) lists.push(token);
      else if (/list_close$/.test(token.type)) lists.pop();
      else if (token.type === 'inline' && needsDirection(token.content))
        (lists[0] ?? tokens[at - 1]!).attrSet('dir', 'auto');
    }
  });
}
