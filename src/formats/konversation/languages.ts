// Konversation's sentences in other languages than English, behind the word that says what the line is about.
//
//   Betreten⇥carol (~c@host.example) hat diesen Kanal betreten.
//   Modus⇥alice gibt bob Operator-Status.
import type { Captures } from '../../format.ts';
import type { Event } from '../../events.ts';
import { modeEvents } from '../parts/modes.ts';
import { join, kick, mode, nickChange, own, part, quit, topic } from '../parts/told.ts';
import { sentencesIn } from '../parts/translated.ts';
import { TRANSLATIONS, type Change, type Told } from './translations.ts';

const find = sentencesIn(TRANSLATIONS, {
  holds: {
    nick: String.raw`(?<nick>[^\s()]+?)`,
    from: String.raw`(?: ?\((?<host>[^\s()]*)\))?`,
    host: String.raw`(?<host>[^\s()]*)`,
    why: String.raw`(?: ?\((?<reason>[^]*)\))?`,
    channel: String.raw`(?<channel>[#&+!]\S*?)`,
    text: '(?<text>[^]*)',
    modes: '(?<modes>[+-][^]*)',
    who: '(?<who>[^]*)',
    when: '(?<when>[^]*)',
  },
});

const READ: Readonly<Record<Exclude<Told, Change | 'subject' | 'author'>, (captured: Captures) => readonly Event[]>> = {
  join,
  here: own(join),
  part,
  quit,
  parted: own(part),
  gone: own(quit),
  kick,
  kicked: own(kick),
  kicks: own(kick),
  nick: nickChange,
  own: own(nickChange),
  topic,
  topics: own(topic),
  modes: mode,
};

/** The word before a sentence; nobody who speaks or acts has one. */
const WORD = /^(?:[^\t<>*]{1,30}\t|[^\s<>*]{1,30} +)/u;

/** Reads what follows the stamp, by the sentences of all languages but English; undefined where none fits. */
export function readForeign(text: string): readonly Event[] | undefined {
  const word = WORD.exec(text)?.[0];
  const found = word === undefined ? undefined : find(text.slice(word.length));
  if (!found) return undefined;
  const { told, captured } = found;
  if (told === 'subject' || told === 'author') return [{ kind: 'log', event: 'info', text }];
  if (told in READ) return READ[told as keyof typeof READ](captured);
  const { nick, target } = captured;
  const change = told.slice(0, 2);
  return modeEvents(target === undefined ? change : `${change} ${target}`, nick === undefined ? {} : { nick });
}
