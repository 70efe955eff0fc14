// What a log gave against what happened: recall and precision of one client's log of a scripted conversation.
//
//   truth.jsonl   an act a line, from the servers' side: time (epoch seconds), kind, nick, text | reason | target | modes + args,
//                 seen_by (observers in the channel), observer (whose own act it is), enc (bytes were no UTF-8)
//
// An act counts as read when kind, nick and text or reason agree and the stamp lies within the client's precision. Texts are
// compared without formatting codes and control bytes, white space folded; U+FFFD in a log matches anything. Mode changes are
// compared one by one. What a client loses or changes by itself is listed below (TRAITS), so that no parser is blamed for it.
import { decode } from '../../src/decode.ts';
import type { Event, Placed } from '../../src/events.ts';

export interface Truth {
  readonly time: number;
  readonly kind: string;
  readonly nick: string;
  /** Absent: a server. */
  readonly userhost?: string;
  readonly text?: string;
  readonly reason?: string;
  readonly target?: string;
  readonly modes?: string;
  readonly args?: readonly string[];
  readonly enc?: 'latin-1';
  readonly seen_by: readonly string[];
  readonly observer?: string;
  readonly target_observer?: string;
  readonly netsplit?: true;
  readonly netjoin?: true;
}

/** What a kind of client loses or changes. */
interface Traits {
  /** Seconds that some lines come late by: a netsplit's, and mode changes. */
  readonly late?: number;
  /** Seconds that own acts come late by: a line that only repeats is stamped when the next one comes. */
  readonly ownLate?: number;
  /** Own acts of these kinds are not logged, or not so that they could be compared. */
  readonly ownLost?: readonly string[];
  /** An own part without a reason shows the client's default reason. */
  readonly ownPartReason?: true;
  readonly serverModesLost?: true;
  /** A notice of a server shows no sender. */
  readonly serverNoticesLost?: true;
  readonly netsplitReasonsLost?: true;
}

const TRAITS: Readonly<Record<string, Traits>> = {
  'xchat-scrollback': { ownPartReason: true, serverNoticesLost: true },
  'xchat-log': { ownPartReason: true, serverNoticesLost: true },
  irssi: { late: 8, serverModesLost: true },
  weechat: {},
  znc: {},
  limnoria: { ownLost: ['notice'] },
  eggdrop: {
    ownLate: 60,
    ownLost: ['message', 'action', 'notice', 'part'],
    netsplitReasonsLost: true,
    serverNoticesLost: true,
  },
};

/** One act to compare: a truth's, or one mode change of it. */
interface Act {
  readonly truth: Truth;
  readonly kind: string;
  readonly texts: readonly string[];
  readonly target: string | undefined;
  /** It must be in the log: otherwise it may be. */
  readonly wanted: boolean;
}

/** What a log claims to have happened. */
interface Claim {
  readonly placed: Placed;
  readonly kind: string;
  readonly nick: string | undefined;
  readonly text: string;
  readonly target: string | undefined;
}

export interface Comparison {
  /** Share of the acts that the client logged which the log's events give. */
  readonly recall: number;
  /** Share of the log's events that are true. */
  readonly precision: number;
  readonly acts: number;
  readonly claims: number;
  readonly missed: readonly Truth[];
  readonly untrue: readonly Placed[];
}

const WHITE = /[\t\n \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+/gu;

/** A text as it is compared: without codes and control bytes, white space folded and trimmed. */
export function plain(text: string): string {
  return text
    .replace(/\u0003(?:\d{1,2}(?:,\d{1,2})?)?/gu, '')
    .replace(/\u0004(?:[\da-f]{6}(?:,[\da-f]{6})?)?/giu, '')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '')
    .normalize('NFC')
    .replace(WHITE, ' ')
    .trim();
}

/**
 * A text as clients without formatting leave it: HexChat and WeeChat take `,5` after a colour code without foreground for
 * part of it, WeeChat shows ESC and what follows as a question mark; a file that was stripped of its control bytes keeps
 * the digits of its colours.
 */
function shown(text: string): readonly string[] {
  const bare = text.replace(/\u0003,\d{1,2}/gu, '\u0003');
  const stripped = text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '');
  return [...new Set([text, bare, bare.replace(/\u001b./gu, '?'), stripped].map(plain))];
}

/** Bytes that are no UTF-8, as clients decode them: Latin-1 as the truth has it, Windows-1252, or not at all. */
function spellings({ text = '', reason, enc, kind }: Truth): readonly string[] {
  const said = kind === 'part' || kind === 'quit' || kind === 'kick' ? (reason ?? '') : text;
  if (!enc) return shown(said);
  const bytes = Buffer.from(said, 'latin1');
  return [said, decode(bytes, 'utf-8'), bytes.toString('utf8')].flatMap(shown);
}

/** The changes of a mode's truth, which always has the arguments that its letters take but for `-k`. */
function changesOf({ modes = '', args = [] }: Truth): readonly string[] {
  let sign = '+';
  let next = 0;
  const changes: string[] = [];
  for (const letter of modes) {
    if (letter === '+' || letter === '-') sign = letter;
    else if ('ohvaqbeIk'.includes(letter) || (letter === 'l' && sign === '+')) {
      const arg = args[next++] ?? '';
      changes.push(sign + letter === '-k' ? '-k' : `${sign}${letter} ${arg}`.trim());
    } else changes.push(sign + letter);
  }
  return changes;
}

const KINDS = new Set(['message', 'action', 'notice', 'join', 'part', 'quit', 'kick', 'nick', 'mode', 'topic']);

function actsOf(truth: Truth, observer: string, traits: Traits): readonly Act[] {
  if (!KINDS.has(truth.kind)) return [];
  const { kind, target } = truth;
  const own = truth.observer === observer;
  const server = truth.userhost === undefined;
  const lost =
    (own && (kind === 'quit' || traits.ownLost?.includes(kind) === true)) ||
    (server && kind === 'mode' && traits.serverModesLost === true) ||
    (truth.netjoin === undefined && server && kind === 'notice' && traits.serverNoticesLost === true) ||
    (kind === 'mode' && traits.serverModesLost === true && /\.[a-z]+$/u.test(truth.nick));
  const wanted = truth.seen_by.includes(observer) && !lost;
  if (kind === 'mode') {
    return changesOf(truth).map((change) => ({ truth, kind, texts: [plain(change)], target: undefined, wanted }));
  }
  return [{ truth, kind, texts: spellings(truth), target, wanted }];
}

/** The acts of a truth; one that any of the logs must have is wanted. */
function actsOfAny(truth: Truth, seers: readonly Seer[]): readonly Act[] {
  const told = seers.map(({ client, observer }) => actsOf(truth, observer, TRAITS[client] ?? {}));
  const [acts = []] = told;
  return acts.map((act, index) => ({ ...act, wanted: told.some((one) => one[index]?.wanted === true) }));
}

function textOf(event: Event): string {
  if ('changes' in event) return event.changes;
  if ('text' in event) return event.text;
  return 'reason' in event ? (event.reason ?? '') : '';
}

function claimOf(placed: Placed): Claim | undefined {
  const { event } = placed;
  if (event.kind === 'log') return undefined;
  const target = event.kind === 'kick' ? event.target : event.kind === 'nick' ? event.to : undefined;
  return { placed, kind: event.kind, nick: event.nick, text: plain(textOf(event)), target };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

/** True where the log's text may be the truth's: characters that the client could not decode stand for anything. */
function sameText(logged: string, { texts }: Act): boolean {
  if (texts.includes(logged)) return true;
  if (!logged.includes('\ufffd')) return false;
  const pattern = new RegExp(
    `^${logged
      .split(/\ufffd+/u)
      .map(escaped)
      .join('[^]*')}$`,
    'u',
  );
  return texts.some((text) => pattern.test(text));
}

function sameTime(
  { placed: { at, precision, fold }, kind }: Claim,
  { truth: { time, netsplit, netjoin } }: Act,
  traits: Traits,
  own: boolean,
): boolean {
  const late = Math.max(
    kind === 'mode' || netsplit || netjoin ? (traits.late ?? 0) : 0,
    own ? (traits.ownLate ?? 0) : 0,
  );
  const near = (moment: number): boolean => {
    const stamp = precision === 60 ? Math.floor(time / 60) * 60 : time;
    const length = precision ?? 1;
    return (
      moment >= stamp - length &&
      moment <= stamp + length + late &&
      (precision !== 60 || withinMinute(moment, time, late))
    );
  };
  return near(at) || (fold === 'unknown' && (near(at + 3600) || near(at - 3600)));
}

/** A stamp of minutes: the act lies in its minute, give or take the second that the line needed. */
function withinMinute(minute: number, time: number, late: number): boolean {
  return time >= minute - 1 - late && time < minute + 61;
}

function same(claim: Claim, act: Act, observer: string, traits: Traits): boolean {
  const { truth } = act;
  const own = truth.observer === observer;
  if (claim.kind !== act.kind || !sameTime(claim, act, traits, own)) return false;
  if (claim.nick === undefined ? !own : claim.nick !== truth.nick) return false;
  if (
    claim.kind === 'kick' &&
    (claim.target === undefined ? truth.target_observer !== observer : claim.target !== act.target)
  ) {
    return false;
  }
  if (claim.kind === 'nick') return claim.target === act.target;
  if (truth.netsplit && traits.netsplitReasonsLost) return true;
  if (claim.kind === 'part' && own && traits.ownPartReason && truth.reason === undefined) return true;
  return sameText(claim.text, act);
}

/** Whose log it is, and the name of the format that his client wrote. */
export interface Seer {
  readonly client: string;
  readonly observer: string;
}

/**
 * How a client's events agree with what happened. `client`: the format's name; `observer`: whose log it is. Each act answers
 * for one event at most. A server's own truths (without userhost) count where the client shows who it was.
 */
export function compare(
  log: readonly Placed[],
  truths: readonly Truth[],
  client: string,
  observer: string,
): Comparison {
  return compareAll(log, truths, [{ client, observer }]);
}

/** The same for a history that several logs made: an act must be in it if one of them must have it. */
export function compareAll(log: readonly Placed[], truths: readonly Truth[], seers: readonly Seer[]): Comparison {
  const acts = truths.flatMap((truth) => actsOfAny(truth, seers));
  const claims = log.map(claimOf).filter((claim) => claim !== undefined);
  const open = new Set(acts);
  const observers = new Set<string | undefined>(seers.map(({ observer }) => observer));
  const isOwn = (nick: string | undefined): boolean =>
    nick === undefined ||
    truths.some((truth) => truth.observer && observers.has(truth.observer) && truth.nick === nick);
  const untrue: Placed[] = [];
  for (const claim of claims) {
    const candidates = [...open].filter((act) =>
      seers.some(({ client, observer }) => same(claim, act, observer, TRAITS[client] ?? {})),
    );
    const nearest = candidates.toSorted((a, b) => distance(claim, a) - distance(claim, b))[0];
    if (nearest) open.delete(nearest);
    else if (claim.kind !== 'quit' || !isOwn(claim.nick)) untrue.push(claim.placed);
  }
  const wanted = acts.filter((act) => act.wanted);
  const missed = wanted.filter((act) => open.has(act)).map((act) => act.truth);
  return {
    recall: wanted.length === 0 ? 1 : 1 - missed.length / wanted.length,
    precision: claims.length === 0 ? 1 : 1 - untrue.length / claims.length,
    acts: wanted.length,
    claims: claims.length,
    missed,
    untrue,
  };
}

/** How well an act fits among several: one that must be in the log first, then the nearest in time. */
function distance({ placed }: Claim, { truth, wanted }: Act): number {
  return Math.abs(placed.at - truth.time) + (wanted ? 0 : 100);
}
