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
  readonly form: string | undefined;
  readonly text: string;
  /** Part of a paste. */
  readonly code: boolean;
}

// Where a line begins. Not /^/gm: to that a line ends with Unicode's separators, too, which are part of what was said.
const BEGIN = /(?<![^\n])/g;

/** Every character that a mark-up takes for its own gets a backslash, but not in web addresses: all that is longer. */
const escaper =
  (special: RegExp) =>
  (text: string): string =>
    text.replace(special, (found) => (found[1] ? found : `\\${found}`));
const markdown = escaper(/https?:\/\/[^\s<>]+|[\\`*_<>[\]#|~&]/g);
const jira = escaper(/https?:\/\/\S+|[\\{}[\]|*_^~!+]|(?<!\S)[-#]/g);

function plainly({ nick, form, text }: QuotedLine): string {
  return (nick ? (form === 'a' ? `* ${nick} ` : form === 'o' ? `-${nick}- ` : `<${nick}> `) : '-- ') + text;
}

type Said = (line: QuotedLine) => string;

/** A line in a mark-up: who said it in bold, what was done in italics. */
const rich =
  (escape: (text: string) => string, tick: string, bold: string, italic: string): Said =>
  ({ time, nick, form, text }) =>
    `${tick}${time.slice(0, 5)}${tick} ${nick && form !== 'a' ? bold + escape(nick) + bold + ' ' + escape(text) : italic + escape(`${nick} ${text}`.trim()) + italic}`;

/** Lines as said, and pastes as one block each, between two lines of `fence` and behind `indent`. */
function blocks(lines: readonly QuotedLine[], said: Said, fence: string, indent: string): string {
  let inside = false;
  const out: string[] = [];
  const turn = (code: boolean): void => {
    if (code !== inside) out.push(fence);
    inside = code;
  };
  for (const line of lines) {
    turn(line.code && (!fence || !line.text.includes(fence)));
    out.push(inside ? line.text.replace(BEGIN, indent) : said(line));
  }
  turn(false);
  return out.join('\n').trimEnd();
}

const quoted = (text: string): string => text.replace(BEGIN, '> ');

/** A quotation of lines at an address; `day` is `YYYY-MM-DD`, `zone` as in "Chicago time". */
type Format = (lines: readonly QuotedLine[], url: string, channel: string, day: string, zone: string) => string;

/** The forms of a quotation by the names of their buttons, in their order. */
export const FORMATS: Readonly<Record<string, Format>> = {
  Link: (_lines, url) => url,
  Markdown: (lines, url, channel, day, zone) =>
    quoted(
      `**[${markdown(channel)}, ${day}](${url})**, ${zone}\n\n` +
        // Two blanks end a line.
        blocks(lines, (line) => rich(markdown, '`', '**', '*')(line).replace(/(?![^\n])/g, '  '), '', '    '),
    ),
  Text: (lines, url, channel, day, zone) =>
    [`${channel} ${day} (${zone})`, ...lines.map((line) => `${line.time} ${plainly(line)}`), url].join('\n'),
  Bugzilla: (lines, url) => [...lines.map(plainly), '', url].join('\n'),
  Jira: (lines, url, channel, day) =>
    `{quote}\n${blocks(lines, rich(jira, '', '*', '_'), '{noformat}', '')}\n{quote}\n[${jira(channel)}, ${day}|${url}]`,
  Phabricator: (lines, url, channel, day) =>
    `${quoted(blocks(lines, (line) => `${line.time.slice(0, 5)} ${plainly(line)}`, '', '    '))}\n\n[[ ${url} | ${channel.replace(/[|\]]/g, ' ')}, ${day} ]]`,
};
