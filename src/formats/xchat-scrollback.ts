// The scrollback that XChat 2.8.4 and later, and HexChat, keep of each tab.
//
//   T 1380742174 2<22marta2>⇥the tide has turned
//   T 1380765021 <10-11-⇥marta has quit 14(Ping timeout: 240 seconds14)
//
//   line = "T " epoch " " text | text of the line before, going on
//   text = column "⇥" column         as the theme's format string of the event has it (xchat/event-strings.ts)
//
// Codes are kept in the file (0x03 and digits, 0x02 …); many copies lack them, because something took out every byte below 0x20:
// then the digits stand alone. Stages: envelope → which themes (survey.ts) → which event (reader.ts) → what it means (meanings.ts).
// Source: HexChat 2.16, src/common/text.c.
import type { Candidate, LogFormat, Sample } from '../format.ts';
import { grouped } from '../shared/numbers.ts';
import { open as openEnvelope } from './xchat/envelope.ts';
import { lineReader } from './xchat/line.ts';
import { placeOf } from './xchat/place.ts';
import { findings, survey } from './xchat/survey.ts';

const NAME = 'xchat-scrollback';

/** What a stamped line is worth to a claim whose theme is not known: nothing else writes such stamps. */
const STAMP_ALONE = 0.5;

function recognise({ path, lines, given }: Sample): readonly Candidate[] {
  const written = lines.filter(({ text }) => openEnvelope(text).is !== 'blank');
  const stamped = written.filter(({ text }) => openEnvelope(text).is === 'printed').length;
  if (stamped === 0) return [];
  const found = findings(given);
  for (const line of lines) if (!found.see(line)) break;
  const { variant = '', ...settled } = { ...found.facts(), ...given };
  const facts = { ...placeOf(path, found.channel()), ...settled };
  const parse = lineReader({ ...facts, variant });
  let read = 0;
  for (const line of written) {
    const unknown = parse(line).some((one) => one.is === 'event' && one.event.kind === 'unparsed');
    if (!unknown) read++;
  }
  const share = Math.min(read / written.length, stamped / written.length);
  const score = Math.max(share, (STAMP_ALONE * stamped) / written.length);
  const theme = /^\S+-[\d.]+|^classic/u.exec(variant)?.[0];
  return [
    {
      format: NAME,
      score,
      reason: `${grouped(Math.min(read, stamped))} of ${grouped(written.length)} lines${theme ? `, theme ${theme}` : ''}`,
      facts: { ...facts, ...given },
    },
  ];
}

const format: LogFormat = {
  name: NAME,
  title: 'XChat and HexChat scrollback',
  local: false,
  examples: [
    'T 1380742174 2<22marta2>\tthe tide has turned',
    'T 1380742294 6<nils6>\tso it has',
    'T 1381518654 13*\t22marta unties the dinghy',
    'T 1380742908 12-13tidebot/#boatyard12-\tbuild 42 passed',
    'T 1380786436 -10-11>\tmarta 14(10marta@host.example14) has joined #boatyard',
    'T 1380743488 <10-11-\tmarta 14(marta@host.example14) has left #boatyard 14(gone14)',
    'T 1380765021 <10-11-\tmarta has quit 14(Ping timeout: 240 seconds14)',
    'T 1380743357 <10-11-\tnils has kicked marta from #boatyard (flooding)',
    'T 1380908759 -10-11-\tmarta_ is now known as marta',
    'T 1380742552 -10-11-\t11nils gives channel operator status to 11marta',
    'T 1380742987 -10-11-\tnils has changed the topic to: slack water at nine',
    'T 1382553441 -10-11>\tYou are now talking on 11#boatyard',
    'T 1380745144 -10-11-\tDisconnected (Remote host closed socket).',
    'T 1380744543 12*13marta12*\tbetween us',
    'T 1383462000 \x0318\x08<\x08\x0322marta\x0318\x08>\x08\x0f\tslack water',
  ],
  recognise,
  survey,
  open: lineReader,
};

export default format;
