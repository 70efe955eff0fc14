// What every page has: head, bar, the Display menu, foot. A page gives its title, its path and what is in between.
import type { ArchiveIndex } from '../../store.ts';
import type { Text } from '../../shared/text-room.ts';
import { GENERATOR } from './generator.ts';
import { html, markup } from './html.ts';
import type { Markup, Value } from './html.ts';
import { href, searchPath } from './urls.ts';
import { zoneName } from './clock.ts';

/** What a site wears beside our styles: paths of files in the site, and the owner's own parts. */
export interface Dress {
  readonly styles: string;
  /** The owner's `theme.css`, loaded after ours. */
  readonly theme?: string;
  readonly early: string;
  readonly script: string;
  readonly icon: string;
  /** Fonts that every page needs at once. */
  readonly fonts: readonly string[];
  /** Path of a picture shown before the site's name. */
  readonly logo?: string;
  /** Path of the list of former links, where the owner gave one. */
  readonly links?: string;
  /** The owner's Markdown, rendered. */
  readonly header?: Markup;
  readonly footer?: Markup;
}

/** The dress of a site whose owner added nothing. */
export const PLAIN_DRESS: Dress = {
  styles: 'assets/daybook.css',
  early: 'assets/client/early.js',
  script: 'assets/client/main.js',
  icon: 'assets/icon.svg',
  fonts: ['assets/fonts/source-serif-4-latin-400-normal.woff2'],
};

export interface Crumb {
  readonly name: string;
  /** Path in the site; the page itself has none. */
  readonly path?: string;
}

export interface Page {
  readonly index: ArchiveIndex;
  /** Path of the page in the site: `xpmem/2013-10-02/`, empty for the home page. */
  readonly path: string;
  readonly title: string;
  /** One or two sentences for search results and previews. */
  readonly description?: string;
  /** Open Graph's type; default `website`. */
  readonly type?: 'article' | 'website';
  /** Where the page is below the site's name. */
  readonly crumbs?: readonly Crumb[];
  /** The middle of the bar. */
  readonly days?: Markup;
  /** Paths of the neighbours in a sequence. */
  readonly previous?: string;
  readonly next?: string;
  /** Path of a feed that tells what is new here. */
  readonly feed?: string;
  /** True on a page with a transcript: Display then offers its comings and goings, and the reader's own clock. */
  readonly transcript?: boolean;
  /** Path of the page that a browser goes on to by itself. */
  readonly onward?: string;
  /** Path of the page that this one became: a script goes on there with what the address says of a line; else the browser. */
  readonly moved?: string;
  /** Path of a script that this page alone has. */
  readonly script?: string;
  /** What the scripts need to know, as `data-…` of the body. */
  readonly data?: { readonly [name: string]: string };
  /** In pieces where it is long. */
  readonly main: Markup | readonly Markup[];
  readonly dress?: Dress;
}

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'";

/** A whole page, in pieces. */
export function layout(page: Page): Text {
  const { index, dress = PLAIN_DRESS } = page;
  const told = page.data && {
    ...page.data,
    ...(dress.links !== undefined && { links: dress.links }),
    ...(page.transcript && index.contact !== undefined && { contact: index.contact }),
  };
  const data = Object.entries(told ?? {}).map(([name, value]) => html` ${markup(`data-${name}`)}=${value}`);
  const search = searchLink(page);
  const before = html`<!doctype html>
<html lang=${index.language}>
${head(page)}
<body${data}>
${page.transcript ? html`<a class=skip href=#log>Skip to the transcript</a>` : html`<a class=skip href=#main>Skip to the page</a>`}
<header class=bar><div>
${crumbs(page)}${page.days}<div class=tools>${search}${displayMenu(page)}</div>
</div></header>
${dress.header && html`<aside class="slot prose" aria-label=Notice>${dress.header}</aside>\n`}<main id=main>
`;
  const after = html`
</main>
<footer class=foot>${dress.footer && html`<div class=prose>${dress.footer}</div>\n`}<p><a href=${href(index.base, '')}>${index.title}</a>${footnote(page, search)}</footer>
`;
  return [before, page.main, after].flat().map((part) => part.html);
}

function head(page: Page): Markup {
  const { index, dress = PLAIN_DRESS, title, description } = page;
  const at = (path: string): string => href(index.base, path);
  const canonical = index.url === undefined ? undefined : new URL(at(page.moved ?? page.path), index.url).href;
  const named = title === index.title ? title : `${title} \u2013 ${index.title}`;
  return html`<meta charset=utf-8>
<meta name=viewport content="width=device-width">
<title>${page.type === 'article' ? title : named}</title>
${description && html`<meta name=description content=${description}>\n`}<meta property=og:site_name content=${index.title}>
<meta property=og:type content=${page.type ?? 'website'}>
<meta property=og:title content=${title}>
${description && html`<meta property=og:description content=${description}>\n`}${
    canonical && html`<meta property=og:url content=${canonical}>\n<link rel=canonical href=${canonical}>\n`
  }<meta name=twitter:card content=summary>
<meta name=color-scheme content="light dark">
${markup(GENERATOR)}
<meta http-equiv=Content-Security-Policy content=${POLICY}>
<meta name=referrer content=same-origin>
${!index.indexed && markup('<meta name=robots content=noindex>\n')}${page.moved !== undefined && html`<noscript><meta http-equiv=refresh content=${`0; url=${at(page.moved)}`}></noscript>\n`}${page.onward !== undefined && html`<meta http-equiv=refresh content=${`0; url=${at(page.onward)}`}>\n`}${page.previous !== undefined && html`<link rel=prev href=${at(page.previous)}>\n`}${
    page.next !== undefined && html`<link rel=next href=${at(page.next)}>\n`
  }${page.feed !== undefined && html`<link rel=alternate type=application/atom+xml href=${at(page.feed)}>\n`}${dress.fonts.map((font) => html`<link rel=preload href=${at(font)} as=font type=font/woff2 crossorigin>\n`)}<link rel=icon href=${at(dress.icon)}>
<link rel=stylesheet href=${at(dress.styles)}>
${dress.theme && html`<link rel=stylesheet href=${at(dress.theme)}>\n`}<script src=${at(dress.early)}></script>
<script type=module src=${at(dress.script)}></script>${
    page.script !== undefined &&
    html`
<script type=module src=${at(page.script)}></script>`
  }`;
}

function crumbs(page: Page): Markup {
  const { index, dress = PLAIN_DRESS } = page;
  const logo = dress.logo && html`<img class=logo src=${href(index.base, dress.logo)} alt="">`;
  const rest = (page.crumbs ?? []).map(({ name, path }) =>
    path === undefined
      ? html`<a href=${href(index.base, page.path)} aria-current=page>${name}</a>`
      : html`<a href=${href(index.base, path)}>${name}</a>`,
  );
  return html`<nav class=crumbs aria-label="You are here"><a class=mark href=${href(index.base, '')}>${logo}${index.title}</a>${rest}</nav>`;
}

/** The way to the search, in the channel whose page it is; what is no channel means all of them. */
function searchLink({ index, path, crumbs: where = [] }: Page): Value {
  if (index.channels.length === 0 || path === searchPath()) return undefined;
  const [first = ''] = path.split('/');
  return html`<a href=${href(index.base, searchPath(where.length > 0 ? first : undefined))}>Search</a>`;
}

interface Choice {
  readonly value: string;
  readonly name: string;
  /** What the style sheet knows the radio by. */
  readonly id?: string;
}

function choices(legend: string, name: string, options: readonly Choice[], scripted = false): Markup {
  const radios = options.map(
    (option, index) =>
      html`<label><input type=radio name=${name} value=${option.value}${option.id !== undefined && html` id=${option.id}`}${
        index === 0 && markup(' checked')
      }>${option.name}</label>`,
  );
  return html`<fieldset${scripted && markup(' class=js')}><legend>${legend}</legend>${radios}</fieldset>`;
}

const menus = new Map<string, Markup>();

/** The Display menu: the same on all pages of a kind. */
function displayMenu({ transcript = false, index: { zone } }: Page): Markup {
  const key = `${transcript} ${zone}`;
  let menu = menus.get(key);
  if (!menu) menus.set(key, (menu = menuOf(transcript, zone)));
  return menu;
}

function menuOf(transcript: boolean, zone: string): Markup {
  const paper = choices('Paper', 'theme', [
    { value: 'auto', name: 'Auto' },
    { value: 'light', name: 'Light', id: 'th-l' },
    { value: 'dark', name: 'Dark', id: 'th-d' },
  ]);
  const text = choices('Text', 'face', [
    { value: 'prose', name: 'Prose' },
    { value: 'mono', name: 'Mono', id: 'f-m' },
  ]);
  const comings = choices('Comings and goings', 'noise', [
    { value: 'fold', name: 'Fold' },
    { value: 'hide', name: 'Hide', id: 'no-h' },
    { value: 'show', name: 'Open', id: 'no-o' },
  ]);
  const times = choices(
    'Times',
    'tz',
    [
      { value: 'archive', name: zoneName(zone) },
      { value: 'local', name: 'Mine' },
    ],
    true,
  );
  return html`<details class=menu><summary>Display</summary><form method=dialog>
${paper}
${text}
${transcript && html`${comings}\n${times}\n`}</form></details>`;
}

function footnote(page: Page, search: Value): Markup {
  return page.transcript
    ? html`. ${search}. Times are ${zoneName(page.index.zone)} unless you choose your own. To cite a line, follow its time and copy the address.`
    : html`. Times are ${zoneName(page.index.zone)}.`;
}
