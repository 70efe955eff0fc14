// Prose that the owner writes in Markdown: pages, notes of a day, words above and below every page.
//
//   ---
//   title: Rules of the channel      front matter, YAML; both keys optional, an empty title is none
//   order: 2
//   ---
//   # Rules                          HTML is shown as it is typed; quotes and dashes become typographic
//
// Links and images without a host are paths of this site, links to another `.md` file its page (prose-links.ts).
import MarkdownIt from 'markdown-it';
import { Mistake } from '../../mistake.ts';
import { readSource } from '../../settings/source.ts';
import { markup } from '../parts/html.ts';
import type { Markup } from '../parts/html.ts';
import { elements } from './prose-elements.ts';
import { addressOf, isRelative, siteLink } from './prose-links.ts';
import { anchorOf } from '../parts/urls.ts';

export interface Prose {
  readonly title?: string;
  readonly order?: number;
  readonly body: Markup;
  /** What stands as a heading, for a list of contents: level 2 and 3. */
  readonly headings: readonly Heading[];
  /** What it links to in the site, as `siteLink` gives it. */
  readonly links: readonly string[];
  /** Its pictures that are given by no whole path, as `siteLink` gives them. */
  readonly pictures: readonly string[];
  /** Keys of its front matter that mean nothing here. */
  readonly unknown: readonly string[];
}

export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly id: string;
}

/** Renders a Markdown file. `file` is its path in the archive folder, which its links and a mistake of its front matter go by. */
export function proseOf(source: string, file: string, base: string): Prose {
  const { front, body } = split(source);
  const { title, order, unknown } = frontMatter(front, file);
  const headings: Heading[] = [];
  const [links, pictures]: [string[], string[]] = [[], []];
  const inBlock = (text: string): boolean => /^pages\/(?!index\.md$)/.test(file) && (!title || title === text);
  const html = markdown(base, file, inBlock, headings, links, pictures).render(body);
  const first = headings.find(({ level }) => level === 1);
  const named = title || first?.text;
  return {
    ...(named ? { title: named } : {}),
    ...(order === undefined ? {} : { order }),
    body: markup(html),
    headings: headings.filter(({ level }) => level > 1),
    links,
    pictures,
    unknown,
  };
}

function split(source: string): { readonly front: string; readonly body: string } {
  const match = /^\uFEFF?---[ \t]*\r?\n(?:([^]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/.exec(source);
  return match
    ? { front: match[1] ?? '', body: source.slice(match[0].length) }
    : { front: '', body: source.replace(/^\uFEFF/, '') };
}

function frontMatter(front: string, file: string): Pick<Prose, 'title' | 'order' | 'unknown'> {
  // The line of the first "---" counts, too.
  const source = readSource(`\n${front}`, file);
  const found = source.value ?? {};
  if (typeof found !== 'object' || Array.isArray(found)) {
    throw new Mistake(`${file}:2: between "---" belong keys and values, such as "title: Rules".`);
  }
  const { title, order, ...others } = found as { title?: unknown; order?: unknown };
  const isTitle = typeof title === 'string' || typeof title === 'number';
  if (title !== undefined && !isTitle) source.report(['title'], 'must be text');
  const isOrder = typeof order === 'number' && Number.isFinite(order);
  if (order !== undefined && !isOrder) source.report(['order'], 'must be a number, without quotes');
  if (source.mistakes.length > 0) throw new Mistake(source.mistakes.join('\n'));
  return { ...(isTitle && { title: String(title).trim() }), ...(isOrder && { order }), unknown: Object.keys(others) };
}

/**
 * A renderer that notes headings and links, and puts the base before paths of the site. The level-1 heading is left out where
 * the page's title block has it (`inBlock`); any other is of level 2, since a page has one title.
 */
function markdown(
  base: string,
  file: string,
  inBlock: (text: string) => boolean,
  headings: Heading[],
  links: string[],
  pictures: string[],
): MarkdownIt {
  const md = new MarkdownIt({ html: false, typographer: true, linkify: true });
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  const ids = takenBeside(file);
  md.core.ruler.push('headings', (state) => {
    const { tokens } = state;
    for (let i = 0; i < tokens.length; i++) {
      const open = tokens[i]!;
      const close = tokens[i + 2];
      if (open.type !== 'heading_open' || !close) continue;
      const text = (tokens[i + 1]?.children ?? []).map((token) => token.content).join('');
      const isTitle = open.tag === 'h1' && headings.length === 0 && inBlock(text);
      if (open.tag === 'h1' && !isTitle) open.tag = close.tag = 'h2';
      const level = Number(open.tag.slice(1));
      const name = `${onEveryPage(file) ? file.replace('.md', '-') : ''}${anchorOf(text) || 'part'}`;
      let id = name;
      for (let n = 2; ids.has(id); n++) id = `${name}-${n}`;
      ids.add(id);
      headings.push({ level, text, id });
      if (isTitle) {
        tokens.splice(i, 3);
        i -= 1;
      } else open.attrSet('id', id);
    }
  });
  md.core.ruler.push('links', ({ tokens }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const name = token.type === 'image' ? 'src' : 'href';
      const target = token.attrGet(name) ?? '';
      const link = siteLink(target, file);
      if (link === undefined) continue;
      token.attrSet(name, addressOf(base, link));
      if (name === 'href') links.push(link);
      else if (isRelative(target)) pictures.push(link);
    }
  });
  elements(md);
  return md;
}

/** Words above and below every page stand beside ids of all kinds: their own say whose they are. */
const onEveryPage = (file: string): boolean => file === 'header.md' || file === 'footer.md';

/** The ids of our own beside which the headings of a file stand: of the page, and of its Display menu. */
function takenBeside(file: string): Set<string> {
  return new Set([
    ...['main', 'th-l', 'th-d', 'f-m'],
    ...(file.startsWith('notes/') ? ['log', 'pt', 'no-h', 'no-o'] : []),
    ...(file === 'pages/index.md' ? ['channels', 'all', 'citing'] : []),
  ]);
}
