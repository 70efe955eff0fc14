// A passage as other programs want it pasted. Pure: what stands in the page is handed in.
//
//   Markdown     a quotation, headed by its link; pastes indented          GitHub, GitLab, mail
//   Text         #xpmem 2013-10-02 (Chicago time), 14:29:34 <dfults> ooh ok
//   Bugzilla     <dfults> ooh ok, and the address on a line of its own: comments are plain text
//   Jira         {quote}…{quote}, [words|address]
//   Phabricator  > …, [[ address | words ]]

export interface QuotedLine {
  /** `14:29:34`, or `14:29` of a log that tells minutes. */
  readonly time: string;
  /** Empty where nobody said it. */
  readonly nick: string;
  /** The turn's class: an action, a notice, or plain. */
  readonly form: 'a' | 'o' | '';
  readonly text: string;
  /** Part of a paste. */
  readonly code: boolean;
}

export interface Quotation {
  readonly channel: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `Chicago time`. */
  readonly zone: string;
  readonly url: string;
  readonly lines: readonly QuotedLine[];
}

/** Every character that a mark-up takes for its own gets a backslash, but not in web addresses. */
const escaper =
  (special: RegExp) =>
  (text: string): string =>
    text
      .split(/(https?:\/\/\S+)/)
      .map((part, index) => (index % 2 ? part : part.replace(special, '\\$&')))
      .join('');
const markdown = escaper(/[\\`*_<>[\]#|~&]/g);
const jira = escaper(/[\\{}[\]|*_^~!+]|(?<!\S)[-#]/g);

const plainly = ({ nick, form, text }: QuotedLine): string =>
  nick === ''
    ? `-- ${text}`
    : form === 'a'
      ? `* ${nick} ${text}`
      : form === 'o'
        ? `-${nick}- ${text}`
        : `<${nick}> ${text}`;
const timed = (line: QuotedLine): string => `${line.time} ${plainly(line)}`;

const quoted = (text: string): string => text.replace(/^/gm, '> ').replace(/ $/gm, '');

/** Lines as said, and pastes as one block each, which begins and ends as `fence` says. */
function blocks(
  lines: readonly QuotedLine[],
  said: (line: QuotedLine) => string,
  code: (text: string) => string,
  [open, close]: readonly [string, string],
): string {
  let inside = false;
  const out: string[] = [];
  for (const line of lines) {
    if (line.code !== inside) out.push(inside ? close : open);
    inside = line.code;
    out.push(inside ? code(line.text) : said(line));
  }
  if (inside) out.push(close);
  return out.join('\n');
}

const titled = ({ channel, day }: Quotation): string => `${channel}, ${day}`;
const indented = (text: string): string => text.replace(/^/gm, '    ');

export const FORMATS: Readonly<Record<string, (quotation: Quotation) => string>> = {
  Link: ({ url }) => url,
  Markdown: (quotation) => {
    const said = ({ time, nick, form, text }: QuotedLine): string => {
      const words = markdown(text).replace(/\n/g, '  \n');
      const told =
        nick === '' ? `*${words}*` : form === 'a' ? `*${markdown(nick)} ${words}*` : `**${markdown(nick)}** ${words}`;
      return `\`${time.slice(0, 5)}\` ${told}  `;
    };
    const body = blocks(quotation.lines, said, indented, ['', '']);
    return quoted(`**[${markdown(titled(quotation))}](${quotation.url})**, ${quotation.zone}\n\n${body}`.trimEnd());
  },
  Text: ({ channel, day, zone, url, lines }) => `${channel} ${day} (${zone})\n${lines.map(timed).join('\n')}\n${url}`,
  Bugzilla: ({ url, lines }) => `${lines.map(plainly).join('\n')}\n\n${url}`,
  Jira: (quotation) => {
    const said = ({ time, nick, form, text }: QuotedLine): string =>
      `${time.slice(0, 5)} ${nick === '' ? `_${jira(text)}_` : form === 'a' ? `_${jira(nick)} ${jira(text)}_` : `*${jira(nick)}* ${jira(text)}`}`;
    const lines = quotation.lines.map((line) => (line.text.includes('{noformat') ? { ...line, code: false } : line));
    const fence = ['{noformat}', '{noformat}'] as const;
    return `{quote}\n${blocks(lines, said, (text) => text, fence)}\n{quote}\n[${jira(titled(quotation))}|${quotation.url}]`;
  },
  Phabricator: (quotation) => {
    const said = (line: QuotedLine): string => `${line.time.slice(0, 5)} ${plainly(line)}`;
    const body = blocks(quotation.lines, said, indented, ['', '']);
    return `${quoted(body.trimEnd())}\n\n[[ ${quotation.url} | ${titled(quotation).replace(/[|\]]/g, ' ')} ]]`;
  },
};
