// Reads what follows the stamp of a line, by the rules of all themes: those of the file's own themes first.
//
// 1. The first column is looked up (it repeats: one entry a nick and kind of event), with a blank in place of the tab where the
//    client did not indent. It gives the rules that may apply, in their order.
// 2. The second column is tried against them. A nick that begins with a digit is none by the protocol, so such a reading waits
//    until no other rule fits: it is usually a colour of another theme.
// 3. Then the shapes of the file's themes in other languages; then words of any kind after a known first column, as a note.
import type { Event } from '../../events.ts';
import type { Captures } from '../../format.ts';
import { copyWith } from '../../shared/copy.ts';
import type { Worth } from '../parts/stamped.ts';
import { addTo } from '../../shared/lists.ts';
import { isColourOf } from './nick-colour.ts';
import { filled, SURENESS, type Rule, type Sentence, type Theme } from './rules.ts';

/** What is settled for the file. */
export interface Settled {
  readonly owner?: string | undefined;
  readonly channel?: string | undefined;
  /** The client coloured nicks. */
  readonly coloured: boolean;
}

export interface Reading {
  readonly rule: Sentence;
  readonly captured: Captures;
  /** 2: its nick colour is that nick's; 1: nothing against it; 0: an unlikely nick. */
  readonly trust: 0 | 1 | 2;
}

const WORTHS: Readonly<Record<Sentence['sure'], Worth>> = { action: 0, open: 1, shape: 2, told: 3 };

/** What a reading is worth by its rule. */
export const worthOf = ({ rule }: Reading): Worth => WORTHS[rule.sure];

/** A rule whose first column fits, and what that column tells. */
interface Claim extends Reading {
  readonly rule: Rule;
}

/** The best reading of what follows a stamp, or undefined where no rule knows it. */
export type ReadText = (text: string) => Reading | undefined;

/** How many first columns are remembered: more than a file has nicks, few enough for hostile ones. */
const CACHED = 5000;

function trustOf(captured: Captures): 0 | 1 | 2 {
  const { nick, colour } = captured;
  if (nick === undefined) return 1;
  if (colour !== undefined) return isColourOf(colour, nick) ? 2 : 0;
  return /^(?:\d|\*+$)/u.test(nick) ? 0 : 1;
}

/** The rules in the order of trial: the surer first, then, the file's themes first, the heavier first. */
export function ranked(rules: readonly Rule[], themes: readonly Theme[]): readonly Rule[] {
  const rankOf = (rule: Rule): number =>
    Math.min(...rule.themes.map((theme) => (themes.includes(theme) ? themes.indexOf(theme) : themes.length)));
  return rules
    .map((rule) => ({ rule, rank: rankOf(rule), sure: SURENESS.indexOf(rule.sure) }))
    .filter(({ rule, rank }) => rule.sure !== 'shape' || themes.length === 0 || rank < themes.length)
    .sort(
      (a, b) =>
        a.sure - b.sure ||
        a.rank - b.rank ||
        b.rule.weight - a.rule.weight ||
        Number(b.rule.twin) - Number(a.rule.twin),
    )
    .map(({ rule }) => rule);
}

/** Finds the rules that a first column allows. */
function claimer(rules: readonly Rule[]): (left: string) => readonly Claim[] {
  const fixed = new Map<string, Claim[]>();
  const varied: { readonly rule: Rule; readonly left: RegExp }[] = [];
  const order = new Map(rules.map((rule, index) => [rule, index]));
  for (const rule of rules) {
    if (typeof rule.left === 'string') addTo(fixed, rule.left, { rule, captured: {}, trust: 1 });
    else if (rule.left) varied.push({ rule, left: rule.left });
  }
  const claimsOf = (left: string): readonly Claim[] =>
    varied
      .flatMap(({ rule, left: pattern }): readonly Claim[] => {
        const captured = pattern.exec(left)?.groups;
        // Plain: it is copied for each line, and a match's own groups are slow to copy.
        return captured ? [{ rule, captured: { ...captured }, trust: trustOf(captured) }] : [];
      })
      .concat(fixed.get(left) ?? [])
      .sort((a, b) => b.trust - a.trust || (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0));
  const cache = new Map<string, readonly Claim[]>();
  return (left) => {
    const known = cache.get(left);
    if (known) return known;
    if (cache.size >= CACHED) cache.clear();
    const claims = claimsOf(left);
    cache.set(left, claims);
    return claims;
  };
}

function tryClaims(claims: readonly Claim[], right: string): Reading | undefined {
  let unlikely: Reading | undefined;
  for (const { rule, captured: left, trust: before } of claims) {
    if (unlikely && rule.sure === 'open') return unlikely;
    const found = rule.right(right);
    if (!found) continue;
    const captured = copyWith(left, found);
    const trust = left['nick'] === undefined ? trustOf(found) : before;
    if (trust > 0) return { rule, captured, trust };
    unlikely ??= { rule, captured, trust };
  }
  return unlikely;
}

/** What a client says of itself in words that no release has: another language, or a later release. */
const NOTE: Sentence = {
  event: 'Server Text',
  themes: [],
  meaning: undefined,
  names: ['text'],
  plain: [1],
  sure: 'open',
  twin: false,
};

/** True for the first column of events that nobody says: a sign and its colour. */
const isNotice = ({ rule }: Claim): boolean => typeof rule.left === 'string' && rule.left !== '' && !rule.meaning?.said;

/** Longer first columns than this hold no nick: they are not looked up. */
const LONGEST = 200;

/** A sign of its own behind the first word. */
const SIGN_BEHIND = /^\S+ [^\p{L}\p{N}\s]{1,2} /u;

/** Reads by these rules, tried in their order; `clean` prepares a first column for the look-up. */
export function textReader(rules: readonly Rule[], clean = (left: string): string => left): ReadText {
  const claims = claimer(rules);
  const whole = rules.flatMap((rule) => (rule.left === undefined ? ({ rule, captured: {}, trust: 1 } as const) : []));
  const split = (text: string, at: number): Reading | undefined => {
    if (at === -1 || at > LONGEST) return undefined;
    const allowed = claims(clean(text.slice(0, at)));
    const right = text.slice(at + 1);
    if (allowed.length === 0) return undefined;
    return (
      tryClaims(allowed, right) ??
      (allowed.some(isNotice) ? { rule: NOTE, captured: { text: right }, trust: 1 } : undefined)
    );
  };
  // a first column may be two words, a nick and a sign: `alice | hello`
  const splitAtBlank = (text: string): Reading | undefined => {
    const at = text.indexOf(' ');
    return split(text, at) ?? (SIGN_BEHIND.test(text) ? split(text, text.indexOf(' ', at + 1)) : undefined);
  };
  return (text) => split(text, text.indexOf('\t')) ?? splitAtBlank(text) ?? tryClaims(whole, text);
}

/** Who is in the channel by a WHOIS: `[alice] #c @#other` in the file of #c. */
function present(
  { event }: Sentence,
  { nick, text = '' }: Captures,
  { channel }: Settled,
): { readonly names?: readonly string[] } {
  if (!event.startsWith('WhoIs') || nick === undefined || channel === undefined) return {};
  const wanted = channel.toLowerCase();
  const there = text.split(' ').some((name) => name.replace(/^[~&@%+]+(?=[#&+!])/u, '').toLowerCase() === wanted);
  return there ? { names: [nick] } : {};
}

const STATUS = '~&@%+';

/** A theme may show what a nick is in the channel behind it (`<alice@>`); no nick has such a sign. */
function withStatus(captured: Captures): Captures {
  // Most nicks, without an expression.
  if (!STATUS.includes(captured['nick']?.at(-1) ?? ' ')) return captured;
  const { nick, status } = /^(?<nick>.*[^~&@%+])(?<status>[~&@%+]+)$/su.exec(captured['nick'] ?? '')?.groups ?? {};
  return nick === undefined || status === undefined ? captured : { ...captured, nick, prefix: status };
}

/**
 * What a reading tells. In a file without nick colours, digits before a nick belong to it; where the client writes its own
 * actions like everybody's, one without a colour among coloured ones is its owner's.
 */
export function eventsOf({ rule, captured: found, trust }: Reading, settled: Settled): readonly Event[] {
  const captured = rule.meaning?.said ? withStatus(found) : found;
  const { nick, colour } = captured;
  if (!rule.meaning)
    return [{ kind: 'log', event: 'info', text: filled(rule, captured), ...present(rule, captured, settled) }];
  if (colour !== undefined && trust === 0 && !settled.coloured) {
    return rule.meaning.read({ ...captured, nick: `${colour}${nick ?? ''}` });
  }
  const events = rule.meaning.read(rule.meaning.plain ? { plain: filled(rule, captured), ...captured } : captured);
  const own = rule.twin && colour === undefined && (settled.coloured || (nick !== undefined && nick === settled.owner));
  return own ? events.map((event) => copyWith(event, { own: true as const })) : events;
}
