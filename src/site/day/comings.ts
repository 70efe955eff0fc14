// Comings and goings in a row, as one sentence told in order: who first, then what each did.
//
//   jcuster joined, then reconnected ×2, dfults left and rejoined, jcuster_ became jcuster, recording resumed
//
// A sentence is made of pieces: words, and nicks to be shown in their hue.
import type { Entry, Piece } from '../../events.ts';
import { netsplitsOf } from '../../presence.ts';
import type { Netsplit } from '../../presence.ts';
import { lower } from '../../shared/casemap.ts';
import { addTo } from '../../shared/lists.ts';
import { LONGEST, nicksListed, spell } from '../parts/comings-words.ts';
import { splitTeller } from './netsplit-words.ts';

/** A leave and a join no further apart than this, in seconds, are one reconnection. */
const RECONNECTION = 360;
/** This many who did the same are told together. */
const TOGETHER = 3;

/** Moments (whole epoch seconds) at which a logger began or stopped to see, by the day's gaps. */
export interface SightChanges {
  readonly resumed: ReadonlySet<number>;
  readonly stopped: ReadonlySet<number>;
}

/** What is told of one nick, or of none in particular. */
interface Clause {
  readonly nick?: string;
  readonly steps: Step[];
  readonly pieces: Piece[];
}

interface Step {
  readonly did: 'join' | 'leave';
  readonly at: number;
}

/** The sentence for entries in their order; what programs said is counted. `splits` are the netsplits of the whole day. */
export function tell(
  entries: readonly Entry[],
  sight: SightChanges,
  splits: readonly Netsplit[] = netsplitsOf(entries),
): readonly Piece[] {
  const { clauses, say, of, step, become } = clausesInOrder();
  const tally = { mode: 0, remark: 0 };
  const spoke = new Map<string, number>();
  const record = recordTeller(sight, say);
  const split = splitTeller(entries, splits, say);

  for (const entry of entries) {
    const { nick, at } = entry;
    if (split(entry) || record(entry)) continue;
    switch (entry.kind) {
      case 'join':
        step(nick, 'join', at);
        break;
      case 'part':
      case 'quit':
        step(nick, 'leave', at);
        break;
      case 'kick': {
        const by: readonly Piece[] = nick === undefined ? [] : [' by ', { nick }];
        if (entry.target === undefined) say('the logger was kicked', ...by);
        else then(of(entry.target), 'was kicked', ...by);
        break;
      }
      case 'nick':
        if (nick === undefined) say('somebody became ', { nick: entry.to });
        else become(nick, entry.to);
        break;
      case 'message':
      case 'action':
      case 'notice':
        spoke.set(nick ?? '', (spoke.get(nick ?? '') ?? 0) + 1);
        break;
      case 'mode':
        tally.mode += 1;
        break;
      default:
        tally.remark += 1;
    }
  }
  for (const [nick, lines] of spoke) {
    say(...(nick === '' ? ['somebody'] : [{ nick }]), lines === 1 ? ' said a line' : ` said ${lines} lines`);
  }
  if (tally.mode > 0) say(tally.mode === 1 ? 'a mode changed' : `${tally.mode} modes changed`);
  if (tally.remark > 0 && clauses.length === 0) {
    say(tally.remark === 1 ? 'a remark of the client' : `${tally.remark} remarks of the client`);
  }
  for (const clause of clauses) settle(clause);
  return sentenceOf(together(clauses));
}

/** The clauses of a sentence, to be gone on with: in the order in which they were begun. */
function clausesInOrder() {
  const clauses: Clause[] = [];
  const byNick = new Map<string, Clause>();
  /** Adds a clause that is nobody's. */
  const say = (...pieces: readonly Piece[]): void => void clauses.push({ steps: [], pieces: [...pieces] });
  /** The clause of a nick. */
  const of = (nick: string): Clause => {
    let clause = byNick.get(lower(nick));
    if (!clause) {
      clause = { nick, steps: [], pieces: [] };
      byNick.set(lower(nick), clause);
      clauses.push(clause);
    }
    return clause;
  };
  const step = (nick: string | undefined, did: Step['did'], at: number): void => {
    if (nick === undefined) say(`somebody ${did === 'join' ? 'joined' : 'left'}`);
    else of(nick).steps.push({ did, at });
  };
  /** The clause goes on under another nick. */
  const become = (nick: string, to: string): void => {
    const clause = of(nick);
    then(clause, 'became ', { nick: to });
    byNick.delete(lower(nick));
    byNick.set(lower(to), clause);
  };
  return { clauses, say, of, step, become };
}

/** Tells when the record broke off and went on; true for an entry that says no more than that. */
function recordTeller(sight: SightChanges, say: (...pieces: readonly Piece[]) => void): (entry: Entry) => boolean {
  const told = new Set<string>();
  const once = (words: string): void => {
    if (!told.has(words)) say(words);
    told.add(words);
  };
  return (entry) => {
    const at = Math.floor(entry.at);
    const tells = entry.own === true || entry.kind === 'log';
    if (tells && sight.stopped.has(at)) once('recording stopped');
    else if (tells && sight.resumed.has(at)) once('recording resumed');
    else if (entry.kind === 'log' && entry.event === 'open') once('recording began');
    else if (entry.kind === 'log' && entry.event === 'close') once('recording stopped');
    else return false;
    return true;
  };
}

/** Turns the joins and leaves so far into words. */
function settle(clause: Clause): void {
  const words = stepsInWords(clause.steps.splice(0));
  if (words !== '') clause.pieces.push(clause.pieces.length > 0 ? `, then ${words}` : ` ${words}`);
}

/** Adds what a nick did next. */
function then(clause: Clause, words: string, ...pieces: readonly Piece[]): void {
  settle(clause);
  clause.pieces.push(clause.pieces.length > 0 ? `, then ${words}` : ` ${words}`, ...pieces);
}

/** What joins and leaves of one nick amount to. A join of who is here and a leave of who is gone tell nothing new. */
function stepsInWords(all: readonly Step[]): string {
  const steps = all.filter(({ did }, index) => did !== all[index - 1]?.did);
  const [first] = steps;
  const last = steps.at(-1);
  if (!first || !last) return '';
  const times = (pairs: number): string => (pairs > 1 ? ` ×${pairs}` : '');
  if (first.did === 'join' && last.did === 'leave') {
    return steps.length > 2 ? `came and went ×${steps.length / 2}` : `dropped in for ${spell(last.at - first.at)}`;
  }
  if (first.did === 'join') {
    // Who came for four minutes in the night did not reconnect in the morning.
    const late = steps.findLastIndex(
      ({ did, at }, i) => did === 'join' && i > 0 && at - steps[i - 1]!.at > RECONNECTION,
    );
    const before = late < 0 ? '' : `${stepsInWords(steps.slice(0, late))}, then `;
    const reconnections = (steps.length - Math.max(late, 0) - 1) / 2;
    return `${before}joined${reconnections > 0 ? `, then reconnected${times(reconnections)}` : ''}`;
  }
  if (last.did === 'join') {
    const quick = steps.every(
      ({ did, at }, index) => did === 'leave' || at - (steps[index - 1]?.at ?? at) <= RECONNECTION,
    );
    return `${quick ? 'reconnected' : 'left and rejoined'}${times(steps.length / 2)}`;
  }
  return steps.length > 1 ? `left and came back${times((steps.length - 1) / 2)}, then left` : 'left';
}

/** The clauses as pieces; those of whom nothing but the same words are told share one, where the first of them stood. */
function together(clauses: readonly Clause[]): readonly (readonly Piece[])[] {
  const alike = new Map<string, string[]>();
  for (const { nick, pieces } of clauses) {
    const [words] = pieces;
    if (nick === undefined || pieces.length !== 1 || typeof words !== 'string') continue;
    addTo(alike, words, nick);
  }
  const out: (readonly Piece[])[] = [];
  for (const { nick, pieces } of clauses) {
    const [words] = pieces;
    const group = pieces.length === 1 && typeof words === 'string' ? (alike.get(words) ?? []) : [];
    if (nick === undefined) out.push(pieces);
    else if (group.length < TOGETHER) out.push([{ nick }, ...pieces]);
    else if (group[0] === nick) out.push([...nicksListed(group), ...pieces]);
  }
  return out;
}

function sentenceOf(clauses: readonly (readonly Piece[])[]): readonly Piece[] {
  const shown = clauses.slice(0, LONGEST);
  const more = clauses.length - shown.length;
  const sentence = shown.flatMap((pieces, index) => (index === 0 ? pieces : [', ', ...pieces]));
  return more > 0 ? [...sentence, ` and ${more} more`] : sentence;
}
