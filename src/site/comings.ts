// Comings and goings in a row, as one sentence told in order: who first, then what each did.
//
//   jcuster joined, then reconnected ×2, dfults left and rejoined, jcuster_ became jcuster, recording resumed
//
// A sentence is made of pieces: words, and nicks to be shown in their hue.
import type { Entry, Piece } from '../events.ts';
import { lower } from '../shared/casemap.ts';

/** A leave and a join no further apart than this are one reconnection. */
const RECONNECTION = 180;
/** A sentence names no more than this many before it counts. */
const LONGEST = 8;
/** This many who did the same are told together. */
const TOGETHER = 3;

/** What the log tells of its own sight at a moment. */
export interface SightChanges {
  /** Epoch seconds at which a logger began or stopped to see, by the day's gaps. */
  readonly resumed: ReadonlySet<number>;
  readonly stopped: ReadonlySet<number>;
}

type Step = { readonly did: 'join' | 'leave'; readonly at: number };
type Told = { readonly subject: string; readonly steps: Step[]; readonly pieces: Piece[] };

/** A run of entries told as one: `split` where servers parted and their people went with them. */
export interface Telling {
  readonly pieces: readonly Piece[];
}

/** True for two server names, as a quit by netsplit gives them: `irc.one.example irc.two.example`. */
export function isSplit(reason: string | undefined): boolean {
  return reason !== undefined && /^(?:[\w*-]+\.)+[\w*-]+ (?:[\w*-]+\.)+[\w*-]+$/.test(reason) && !/:\/\//.test(reason);
}

/** The sentence for entries in their order; none of them was said. */
export function tell(entries: readonly Entry[], sight: SightChanges): readonly Piece[] {
  const clauses: Piece[][] = [];
  const told = new Map<string, Told>();
  const order: (Told | Piece[])[] = [];
  const split = splitOf(entries);
  const counts = new Map<string, { count: number; place: Piece[] }>();

  const of = (nick: string): Told => {
    const key = lower(nick);
    let one = told.get(key);
    if (!one) {
      one = { subject: nick, steps: [], pieces: [] };
      told.set(key, one);
      order.push(one);
    }
    return one;
  };
  const count = (what: string): void => {
    const known = counts.get(what);
    if (known) known.count += 1;
    else {
      const place: Piece[] = [];
      counts.set(what, { count: 1, place });
      order.push(place);
    }
  };
  const clause = (...pieces: Piece[]): void => void order.push(pieces);
  const flush = (one: Told): void => {
    one.pieces.push(...stepPieces(one.steps.splice(0), one.pieces.length > 0));
  };

  if (split) order.push([...split.pieces]);
  for (const entry of entries) {
    if (split?.entries.has(entry)) continue;
    const { nick } = entry;
    const at = Math.floor(entry.at);
    if (sight.resumed.has(at) && (entry.own || entry.kind === 'log')) {
      clause('recording resumed');
      sight = { ...sight, resumed: without(sight.resumed, at) };
      continue;
    }
    switch (entry.kind) {
      case 'join':
        if (nick !== undefined) of(nick).steps.push({ did: 'join', at });
        else clause('somebody joined');
        break;
      case 'part':
      case 'quit':
        if (nick !== undefined) of(nick).steps.push({ did: 'leave', at });
        else clause('somebody left');
        break;
      case 'kick':
        if (entry.target !== undefined) {
          const victim = of(entry.target);
          flush(victim);
          victim.pieces.push(victim.pieces.length > 0 ? ', then was kicked' : ' was kicked');
          if (nick !== undefined) victim.pieces.push(' by ', { nick });
        } else clause('the logger was kicked', ...(nick === undefined ? [] : [' by ', { nick }]));
        break;
      case 'nick': {
        if (nick === undefined) {
          clause('somebody became ', { nick: entry.to });
          break;
        }
        const one = of(nick);
        flush(one);
        one.pieces.push(one.pieces.length > 0 ? ', then became ' : ' became ', { nick: entry.to });
        told.delete(lower(nick));
        told.set(lower(entry.to), one);
        break;
      }
      case 'mode':
        count('mode change');
        break;
      case 'log':
        if (entry.event === 'open') clause('recording began');
        else if (entry.event === 'close') clause('recording stopped');
        else if (entry.event === 'connected') clause('connected');
        else if (entry.event === 'disconnected') clause('disconnected');
        else count('remark of the client');
        break;
      default:
        count('other line');
    }
    if (sight.stopped.has(at) && (entry.own || entry.kind === 'log') && entry.kind !== 'log') {
      clause('recording stopped');
      sight = { ...sight, stopped: without(sight.stopped, at) };
    }
  }
  for (const { count: number, place } of counts.values()) place.push(...countPieces(counts, number, place));
  for (const one of told.values()) flush(one);
  for (const one of joinAlike(order)) if (one.length > 0) clauses.push(one);
  const shown = clauses.slice(0, LONGEST);
  const left = clauses.length - shown.length;
  const sentence = shown.flatMap((pieces, index) => (index === 0 ? pieces : [', ', ...pieces]));
  return left > 0 ? [...sentence, ` and ${left} more`] : sentence;
}

function without(set: ReadonlySet<number>, at: number): ReadonlySet<number> {
  return new Set([...set].filter((other) => other !== at));
}

function countPieces(counts: ReadonlyMap<string, { place: Piece[] }>, number: number, place: Piece[]): Piece[] {
  const what = [...counts].find(([, one]) => one.place === place)?.[0] ?? '';
  const [head = '', ...tail] = what.split(' ');
  const many = head === 'remark' ? [`${head}s`, ...tail].join(' ') : `${what}s`;
  return [number === 1 ? `a ${what}`.replace(/^a other/, 'another') : `${number} ${many}`];
}

/** Those of whom nothing but the same few words is told, together. */
function joinAlike(order: readonly (Told | Piece[])[]): readonly Piece[][] {
  const groups = new Map<string, Told[]>();
  for (const one of order) {
    if (Array.isArray(one) || one.pieces.length !== 1) continue;
    const did = String(one.pieces[0]);
    groups.set(did, [...(groups.get(did) ?? []), one]);
  }
  const out: Piece[][] = [];
  for (const one of order) {
    if (Array.isArray(one)) {
      out.push(one);
      continue;
    }
    const did = String(one.pieces[0]);
    const group = one.pieces.length === 1 ? (groups.get(did) ?? []) : [];
    if (group.length < TOGETHER) out.push([{ nick: one.subject }, ...one.pieces]);
    else if (group[0] === one) out.push([...nicksListed(group.map((each) => each.subject)), did]);
  }
  return out;
}

/** Nicks with commas and `and`; beyond eight a count. */
function nicksListed(nicks: readonly string[]): Piece[] {
  const shown = nicks.length > LONGEST ? nicks.slice(0, LONGEST - 1) : nicks;
  const more = nicks.length - shown.length;
  return shown.flatMap((nick, index): Piece[] => {
    const last = index === shown.length - 1;
    const before = index === 0 ? [] : [last && more === 0 ? ' and ' : ', '];
    return [...before, { nick }, ...(last && more > 0 ? [` and ${more} others`] : [])];
  });
}

/** What joins and leaves of one nick amount to, in order; `then` where something was told of it before. */
function stepPieces(steps: readonly Step[], then: boolean): readonly string[] {
  if (steps.length === 0) return [];
  const words: string[] = [];
  let rest = steps;
  const comesAndGoes = steps.length % 2 === 0 && steps.every(({ did }, i) => did === (i % 2 === 0 ? 'join' : 'leave'));
  const stays = pairs(steps);
  if (comesAndGoes && !stays.slice(1).some(([came], i) => came.at - (stays[i]?.[1].at ?? 0) <= RECONNECTION)) {
    const [[came, went] = []] = stays;
    if (stays.length > 1) return [`${then ? ', then' : ''} came and went ×${stays.length}`];
    return [`${then ? ', then' : ''} dropped in for ${spell((went?.at ?? 0) - (came?.at ?? 0))}`];
  }
  if (rest[0]?.did === 'join') {
    words.push('joined');
    rest = rest.slice(1);
  }
  while (rest.length > 0) {
    const [first, second] = rest as readonly [Step, Step?];
    if (first.did === 'join') {
      words.push('joined');
      rest = rest.slice(1);
    } else if (second?.did === 'join') {
      const quick = second.at - first.at <= RECONNECTION;
      let times = 0;
      while (rest[0]?.did === 'leave' && rest[1]?.did === 'join' && rest[1].at - rest[0].at <= RECONNECTION === quick) {
        times += 1;
        rest = rest.slice(2);
      }
      words.push(`${quick ? 'reconnected' : 'left and rejoined'}${times > 1 ? ` ×${times}` : ''}`);
    } else {
      words.push('left');
      rest = rest.slice(1);
    }
  }
  const told = words.map((word, index) => (index > 0 && index === words.length - 1 ? `then ${word}` : word)).join(', ');
  return [`${then ? ', then ' : ' '}${told}`];
}

function pairs(steps: readonly Step[]): readonly (readonly [Step, Step])[] {
  return steps.flatMap((step, index) => {
    const next = steps[index + 1];
    return index % 2 === 0 && next ? [[step, next] as const] : [];
  });
}

/** `4 min`, `2 h`, `7 h 34 min`; under a minute `a moment`. */
export function spell(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return 'a moment';
  const hours = Math.floor(minutes / 60);
  const left = minutes % 60;
  return [hours > 0 && `${hours} h`, left > 0 && `${left} min`].filter(Boolean).join(' ');
}

/** A netsplit among the entries: who went with it, and which of them came back here. */
function splitOf(
  entries: readonly Entry[],
): { readonly entries: ReadonlySet<Entry>; readonly pieces: readonly Piece[] } | undefined {
  const quits = entries.filter((entry) => entry.kind === 'quit' && isSplit(entry.reason));
  if (quits.length < TOGETHER) return undefined;
  const gone = new Set(quits.flatMap(({ nick }) => (nick === undefined ? [] : [lower(nick)])));
  const first = quits[0]?.at ?? 0;
  const back = entries.filter(
    (entry) => entry.kind === 'join' && entry.nick !== undefined && entry.at >= first && gone.has(lower(entry.nick)),
  );
  const returned = new Set(back.map(({ nick }) => lower(nick ?? ''))).size;
  const nicks = [...new Set(quits.flatMap(({ nick }) => (nick === undefined ? [] : [nick])))];
  const pieces: Piece[] = ['a netsplit took ', ...nicksListed(nicks)];
  if (returned > 0) pieces.push(returned === gone.size ? '; all came back' : `; ${returned} came back`);
  return { entries: new Set([...quits, ...back]), pieces };
}
