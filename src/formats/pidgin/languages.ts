// libpurple's sentences in other languages than English.
//
//   carol [~c@host.example] hat den Raum betreten.       carol hat den Raum verlassen (quit: Leaving).
import type { Captures } from '../../format.ts';
import type { Event } from '../../events.ts';
import { join, kick, mode, nickChange, own, part, quit, topic } from '../parts/told.ts';
import { sentencesIn } from '../parts/translated.ts';
import { TRANSLATIONS, type Told } from './translations.ts';

const find = sentencesIn(TRANSLATIONS, {
  holds: {
    nick: String.raw`(?<nick>[^\s,:]+)`,
    who: String.raw`(?<nick>[^\s:]+)(?: \[(?<host>\S*)\])?`,
    why: String.raw`(?: ?\((?<reason>[^]*)\))?`,
    reason: '(?<reason>[^]*)',
    modes: '(?<modes>[+-][^]*)',
    text: '(?<text>[^]*)',
  },
});

const QUIT = 'quit: ';

/** Who goes, and why: quits and kicks are worded as reasons. */
function left(captured: Captures): readonly Event[] {
  const { reason, nick: target } = captured;
  if (reason?.startsWith(QUIT)) return quit({ ...captured, reason: reason.slice(QUIT.length) });
  const why = reason === undefined ? undefined : find(reason);
  return why?.told === 'kicked' ? kick({ ...why.captured, target }) : part(captured);
}

const READ: Readonly<Partial<Record<Told, (captured: Captures) => readonly Event[]>>> = {
  join,
  part: left,
  gone: part,
  mode,
  nick: nickChange,
  own: own(nickChange),
  topic,
  out: own(kick),
};

/** Reads what follows the stamp, by the sentences of all languages but English; undefined where none fits. */
export function readForeign(text: string): readonly Event[] | undefined {
  const found = find(text);
  if (found?.told === 'subject') return [{ kind: 'log', event: 'info', text }];
  return found && READ[found.told]?.(found.captured);
}
