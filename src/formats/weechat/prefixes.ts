// What stands before a WeeChat line where the owner chose it: `weechat.look.prefix_action`, `prefix_join` and the others may be any
// text. Which is what, the lines of a file settle: `action=⚡`, for words, stars and brackets before the client's sentences
// `mark=IN`, and for what stands around nicks `before=[` and `behind=]`.
//
//   ⚡⇥bob waves                                      bob speaks, too: a sign of actions
//   IN⇥carol (~c@host.example) has joined #garden    nobody speaks so: a word before sentences
//   >>⇥bob waves                                     some stand before both, or none does: then what fits no sentence is an action
import type { Event } from '../../events.ts';
import { bareNick } from '../parts/nicks.ts';
import { aroundNicks, withoutAround, type AroundNicks } from './around-nicks.ts';

/** What a file's prefixes are. */
export interface Prefixes {
  /** Several where the owner chose another half-way. */
  readonly actions: ReadonlySet<string>;
  /** Words, stars, brackets and signs of actions, too, behind which the client's sentences are looked for. */
  readonly marks: ReadonlySet<string>;
  readonly arounds: readonly AroundNicks[];
}

const ACTION = 'action=';
const MARK = 'mark=';
const BEFORE = 'before=';
const BEHIND = 'behind=';

/** As the facts of a file keep them. */
export function prefixesOf(variant = ''): Prefixes {
  const words = variant.split('\t');
  const valuesOf = (key: string): readonly string[] =>
    words.filter((word) => word.startsWith(key)).map((word) => word.slice(key.length));
  const behind = valuesOf(BEHIND);
  const arounds = valuesOf(BEFORE).map((before, at) => ({ before, behind: behind[at] ?? '' }));
  return { actions: new Set(valuesOf(ACTION)), marks: new Set(valuesOf(MARK)), arounds };
}

const isSentence = (events: readonly Event[] | undefined): boolean =>
  events?.some(({ kind }) => kind !== 'log' && kind !== 'message' && kind !== 'action') ?? false;

/** Who somebody certainly is, by a line that names them. */
function shownHere(event: Event): readonly string[] {
  if (event.kind === 'join') return event.nick === undefined ? [] : [event.nick];
  if (event.kind === 'nick') return [event.to];
  return event.kind === 'log' ? (event.names ?? []) : [];
}

interface Seen {
  lines: number;
  /** How many of them are sentences of the client's, whatever stands before them. */
  sentences: number;
  /** The same by what they tell. */
  readonly kinds: Map<Event['kind'], number>;
  /** What each line that is none begins with. */
  readonly first: string[];
}

type Read = (text: string) => readonly Event[] | undefined;

/** Looks at lines, prefix by prefix; `read` reads what follows the stamp as the client writes it by default. */
export function prefixSurvey(read: Read): {
  readonly see: (text: string, events: readonly Event[] | undefined) => void;
  readonly variant: () => string | undefined;
} {
  const spoke = new Set<string>();
  const present = new Set<string>();
  const prefixes = new Map<string, Seen>();
  return {
    see(text, events) {
      const tab = text.indexOf('\t');
      const [event] = events ?? [];
      // of the log itself, or of the connection
      if (tab < 0 || (event?.kind === 'log' && event.event !== 'info')) return;
      if (event?.kind === 'message' && event.nick) spoke.add(event.nick);
      const seen: Seen = prefixes.get(text.slice(0, tab)) ?? { lines: 0, sentences: 0, kinds: new Map(), first: [] };
      const said = text.slice(tab + 1);
      const told = isSentence(events) ? events : read(`--\t${said}`);
      const sentence = isSentence(told);
      for (const nick of (told ?? []).flatMap(shownHere)) present.add(nick);
      seen.lines++;
      const kind = sentence ? told?.[0]?.kind : undefined;
      if (kind) seen.kinds.set(kind, (seen.kinds.get(kind) ?? 0) + 1);
      if (sentence) seen.sentences++;
      else seen.first.push(said.split(' ', 1)[0] ?? '');
      prefixes.set(text.slice(0, tab), seen);
    },
    variant() {
      const found = settle(prefixes, spoke, present);
      return found.length > 0 ? found.join('\t') : undefined;
    },
  };
}

/** No sign at all is one, too. */
const SIGN = /^(?:[^\p{L}\p{N}]|ℹ)*$/u;
/** Signs that might be a nick's, too. */
const OF_NICKS = /[[\]\\^`{|}_]/u;
/** The client's own sign of actions. */
export const STAR = /^ ?\*$/u;

/** So many people act behind a sign that stands before sentences, too. */
const ACTORS = 2;

/** Its signs before sentences. */
const USUAL = /^(?:-->|<--|--|=!=)$/u;

const isShared = ({ lines, sentences }: Seen): boolean => sentences > 2 && sentences * 4 >= lines;

/** How many sentences a prefix has of what is told mostly behind it: what stands behind another as a rule, is here imitated by who acts. */
function ownSentences({ kinds }: Seen, prefixes: ReadonlyMap<string, Seen>): number {
  const all = (kind: Event['kind']): number =>
    [...prefixes.values()].reduce((sum, seen) => sum + (seen.kinds.get(kind) ?? 0), 0);
  return [...kinds].reduce((sum, [kind, times]) => (times * 2 > all(kind) ? sum + times : sum), 0);
}

/** So many must behind one of the client's own before sentences. */
const MANY_ACTORS = 3;

function settle(
  prefixes: ReadonlyMap<string, Seen>,
  spoke: ReadonlySet<string>,
  present: ReadonlySet<string>,
): readonly string[] {
  const all = [...prefixes];
  const words = all
    .filter(([prefix]) => !SIGN.test(prefix) || OF_NICKS.test(prefix))
    .filter(([, { lines, sentences }]) => sentences > 2 && sentences * 3 >= lines * 2)
    .map(([prefix]) => prefix)
    .filter((prefix) => !present.has(bareNick(prefix)));
  const spoken = new Map(
    all
      .filter(([prefix]) => !SIGN.test(prefix) && !words.includes(prefix))
      .map(([prefix, { lines }]) => [prefix, lines]),
  );
  const arounds = aroundNicks(spoken, present);
  const nickOf = (prefix: string): string => bareNick(withoutAround(prefix, arounds));
  const speakers = arounds.length > 0 ? new Set([...spoken.keys()].map(nickOf)) : spoke;
  const stars = all
    .filter(([prefix, seen]) => STAR.test(prefix) && isShared({ ...seen, sentences: ownSentences(seen, prefixes) }))
    .map(([prefix]) => prefix);
  const own = all.some(([prefix, { sentences }]) => sentences > 2 && SIGN.test(prefix) && !USUAL.test(prefix));
  const starred = all.some(([prefix, { first }]) => STAR.test(prefix) && first.some((word) => speakers.has(word)));
  // a word of actions only where the owner chose other prefixes, too: a relay says who speaks, and is nobody's client
  const mayAct = (prefix: string, shared: boolean): boolean =>
    SIGN.test(prefix)
      ? !STAR.test(prefix) && !(shared && starred)
      : (own || words.length > 0) && !words.includes(prefix) && !present.has(nickOf(prefix));
  const found = all
    .map(([prefix, seen]) => ({ ...seen, prefix, shared: SIGN.test(prefix) && (isShared(seen) || USUAL.test(prefix)) }))
    .map((seen) => {
      const { prefix, first } = seen;
      const acting = first.filter((word) => speakers.has(word) || (!SIGN.test(prefix) && present.has(word)));
      return { ...seen, acting, actors: new Set(acting).size };
    })
    .filter(
      ({ prefix, lines, first, shared, acting, actors }) =>
        mayAct(prefix, shared) &&
        acting.length * 2 > (shared ? first.length : lines) &&
        (!shared || actors >= (USUAL.test(prefix) ? MANY_ACTORS : ACTORS)),
    )
    // one of its own is surer; a nick that no line names may stand before one line
    .sort((a, b) => Number(a.shared) - Number(b.shared) || b.lines - a.lines);
  // another that was chosen half-way is nobody's alone
  const actions = found.filter(({ shared, actors }, at) => at === 0 || (!shared && actors >= ACTORS));
  const shared = actions.filter((action) => action.shared);
  return [
    ...actions.map(({ prefix }) => ACTION + prefix),
    ...[...words, ...stars, ...shared.map(({ prefix }) => prefix)].map((mark) => MARK + mark),
    ...arounds.flatMap(({ before, behind }) => [BEFORE + before, BEHIND + behind]),
  ];
}
