// Raw logs of colabti.org's logger and of the ilbot family, as App::IRC::Log and its kin keep them.
//
//   [09:01] <alice> hello bob
//   [09:02] * bob waves
//   [09:03] *** carol left
//
// Times are UTC, the file's name is the date. No addresses; a quit is a `left` like any other.
// Source: IRC::Log::Colabti 0.0.25 (Raku), lib/IRC/Log/Colabti.rakumod.
import { lineLog } from './parts/line-log.ts';
import type { SureRule } from './parts/line-spec.ts';
import { action, join, kick, message, mode, nickChange, part, topic } from './parts/told.ts';

const says = (sentence: string): RegExp => new RegExp(String.raw`^\*\*\* ${sentence}$`, 'su');
const NICK = String.raw`(?<nick>\S+)`;

export const RULES: readonly SureRule[] = [
  { example: '<alice> hello bob', pattern: /^<(?<nick>[^>\s]+)> (?<text>[^]*)$/u, read: message },
  { example: '*** carol joined', pattern: says(`${NICK} joined`), read: join, proves: true },
  { example: '*** carol left', pattern: says(`${NICK} left`), read: part, proves: true },
  {
    example: '*** bob is now known as bert',
    pattern: says(String.raw`${NICK} is now known as (?<to>\S+)`),
    read: nickChange,
  },
  { example: '*** alice sets mode: +ov bob carol', pattern: says(`${NICK} sets mode: (?<modes>.*)`), read: mode },
  {
    example: '*** alice changes topic to: release day',
    pattern: says(`${NICK} changes topic to: ?(?<text>.*)`),
    read: topic,
    proves: true,
  },
  {
    example: '*** bob was kicked by alice (enough)',
    pattern: says(String.raw`(?<target>\S+) was kicked by ${NICK}(?: \(?(?<reason>.*?)\)?)?`),
    read: kick,
  },
  { example: '* bob waves', pattern: /^\* (?<nick>\S+)(?: (?<text>[^]*))?$/u, read: action },
];

export default lineLog({
  name: 'ilbot',
  title: 'Colabti and ilbot log',
  local: false,
  utc: true,
  stamps: ['[HH:mm]'],
  stamp: '[09:01] ',
  rules: RULES,
  path: /colabti|ilbot|(?:^|\/)\d{4}\/(?:19|20)\d\d-\d\d-\d\d(?:\.txt)?$/u,
});
