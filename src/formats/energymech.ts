// EnergyMech's channel logs (its spy logs), which many scripts and importers use as a common form.
//
//   [09:01:02] <alice> hello bob
//   [09:02:00] * bob waves
//   [09:03:10] *** Quits: carol (Ping timeout: 240 seconds)
//
// Much like ZNC's, whose author took it for a model; but quits have no address, parts no reason, and topics stand in double
// quotes. There is no date in the file.
// Source: EnergyMech 3, src/parse.c, src/channel.c, src/spy.c.
import { lineLog } from './parts/line-log.ts';
import type { SureRule } from './parts/line-spec.ts';
import { action, join, kick, message, mode, nickChange, note, notice, part, quit, topic } from './parts/told.ts';

const NICK = String.raw`(?<nick>[^\s<>()]+)`;
const HOST = String.raw`\((?<host>[^\s()]*)\)`;

const says = (sentence: string): RegExp => new RegExp(String.raw`^\*\*\* ${sentence}$`, 'su');

export const RULES: readonly SureRule[] = [
  { example: '<alice> hello bob', pattern: /^<(?<nick>[^>\s]+)>(?: (?<text>[^]*))?$/u, read: message },
  { example: '*** Joins: carol (~c@host.example)', pattern: says(`Joins:? ${NICK}(?: ${HOST})?`), read: join },
  {
    example: '*** Parts: carol (~c@host.example)',
    pattern: says(`Parts:? ${NICK}(?: ${HOST})?`),
    read: part,
    proves: true,
  },
  {
    example: '*** Quits: carol (Ping timeout: 240 seconds)',
    // an address and a reason are ZNC's
    pattern: says(String.raw`Quits:? ${NICK} \((?![^()]*@[^()]*\) \()(?<reason>.*)\)`),
    read: quit,
    proves: true,
  },
  {
    example: '*** bob was kicked by alice (enough)',
    pattern: says(String.raw`(?<target>\S+) was kicked by ${NICK}(?: \((?<reason>.*)\))?`),
    read: kick,
  },
  // ZNC's, where hosts were taken out of its log
  {
    example: '*** Server sets mode: +nt',
    pattern: /^\*\*\* (?<text>Server sets mode: [^]*)$/u,
    read: note('info'),
  },
  { example: '*** alice sets mode: +ov bob carol', pattern: says(`${NICK} sets mode: (?<modes>.*)`), read: mode },
  {
    example: '*** bob is now known as bert',
    pattern: says(String.raw`${NICK} is now known as (?<to>\S+)`),
    read: nickChange,
  },
  {
    example: '*** alice changes topic to "release day"',
    pattern: says(`${NICK} changes topic to "(?<text>.*)"`),
    read: topic,
    proves: true,
  },
  { example: '* bob waves', pattern: /^\* (?<nick>[^\s<>()]+)(?: (?<text>[^]*))?$/u, read: action },
  {
    example: '-alice:#xpmem- hello all',
    pattern: /^-(?<nick>[^\s:]+):[#&+!][^\s]*- ?(?<text>[^]*)$/u,
    read: notice,
  },
  {
    example: '-NickServ- This nickname is registered',
    pattern: /^(?<text>-(?!-)[^\s:]+- [^]*)$/u,
    read: note('private'),
  },
];

export default lineLog({
  name: 'energymech',
  title: 'EnergyMech channel log',
  local: true,
  stamps: ['[HH:mm:ss]', '[HH:mm]'],
  stamp: '[09:01:02] ',
  rules: RULES,
  path: /energymech|(?:^|\/)e?mech\//iu,
});
