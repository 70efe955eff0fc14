// What a line tells that has no codes and no digits of colours: those of a text log, and of a scrollback that lost them.
import type { Event } from '../../events.ts';
import type { FileFacts } from '../../format.ts';
import { message } from '../parts/told.ts';
import { styleOf, USER_MODE } from './log-style.ts';
import { looseReading } from './loose.ts';
import { EVENT_COLUMN, sentenceReader } from './printed.ts';
import { eventsOf } from './reader.ts';
import { signsTabbed } from './untabbed.ts';
import { whoisReader } from './whois.ts';

/** What a client prints without its two columns, or after a star and words of a server: a note. */
function noteOf(text: string): readonly Event[] {
  return [{ kind: 'log', event: 'info', text: text.replace(EVENT_COLUMN, '').trimStart() }];
}

/** What most lines are: read at once, without asking which of the client's sentences it is. */
const SAID = /^<(?<prefix>[~&@%+]?)(?<nick>[^\s<>]*[^\s<>~&@%+])>\t(?<text>[^]*)$/u;

/** What a line tells of You: nobody has that nick, so that it is no action where its words are any release's. */
function ofClient(events: readonly Event[], text: string): readonly Event[] {
  const [event] = events;
  const reading = event?.kind === 'action' && event.nick === 'You' ? looseReading(text) : undefined;
  return reading ? eventsOf(reading, { coloured: false }) : events;
}

/** Reads what follows the stamp, in the style that the file's variant names; undefined where nothing is known of it. */
export function logSentences(facts: FileFacts): (text: string) => readonly Event[] | undefined {
  const read = sentenceReader(styleOf(facts));
  const whois = whoisReader();
  return (text) => {
    const answer = whois(text);
    if (answer) return answer;
    const said = SAID.exec(text)?.groups;
    if (said) return message(said);
    if (USER_MODE.test(text)) return noteOf(text);
    // an empty message at a line's end, where the tab was trimmed
    const told = read(/^<[^>\t]+>$/u.test(text) ? `${text}\t` : text);
    if (told) return ofClient(told.events, text);
    const signed = signsTabbed(text);
    const happened = signed === undefined ? undefined : read(signed)?.events;
    // any signs may stand before words that are a note
    if (happened?.every(({ kind }) => kind !== 'log')) return happened;
    return facts.variant !== undefined || EVENT_COLUMN.test(text) ? noteOf(text) : undefined;
  };
}
