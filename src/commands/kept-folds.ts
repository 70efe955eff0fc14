// What `daybook start` adds to the pages that it serves: who watches a log grow finds a page that is loaded anew as it was. What a
// browser keeps of itself is how far it was scrolled, but not which folds were open.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type DevServer from '@11ty/eleventy-dev-server';

const PATH = '/.daybook/folds.js';

const SCRIPT = `const key = 'daybook-folds';
const folds = [...document.querySelectorAll('main details')];
// By its first line: others may come before it.
const nameOf = (fold) => fold.querySelector('[id]')?.id ?? fold.className;
const { path, open, top } = JSON.parse(sessionStorage.getItem(key)) ?? {};
if (path === location.pathname && performance.getEntriesByType('navigation')[0]?.type === 'reload') {
  for (const fold of folds) fold.open = open[nameOf(fold)] ?? fold.open;
  scrollTo(0, top);
}
addEventListener('pagehide', () => {
  const open = Object.fromEntries(folds.map((fold) => [nameOf(fold), fold.open]));
  sessionStorage.setItem(key, JSON.stringify({ path: location.pathname, open, top: scrollY }));
});
`;

/** Gives the script to who asks for it. */
export function serveFolds(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  if (request.url !== PATH) return next();
  response.setHeader('Content-Type', 'text/javascript');
  response.end(SCRIPT);
}

/** Lets the pages of a server ask for it. */
export function keepFolds(server: DevServer): void {
  const augment = server.augmentContentWithNotifier.bind(server);
  server.augmentContentWithNotifier = (content, ...more) =>
    augment(content.replace('</title>', `$&\n<script type=module src=${PATH}></script>`), ...more);
}
