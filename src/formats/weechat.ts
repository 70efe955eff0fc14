// WeeChat: the files of its `logger` plug-in.
//
//   2012-01-05 09:01:02⇥@alice⇥hello bob
//   2012-01-05 09:02:00⇥ *⇥bob waves
//   2012-01-05 09:03:10⇥<--⇥carol (~c@host.example) has quit (Ping timeout: 240 seconds)
//
// line = stamp TAB prefix TAB text; a line without a stamp goes on with the text before it (WeeChat 4 keeps line breaks).
// The stamp is `logger.file.time_format`; the prefix is a nick, or a sign of `weechat.look.prefix_*`, which people change:
// a sign has no letter and no digit. That of actions cannot be told from the others by itself, so the file settles it.
// Source: WeeChat's logs, and topics as in src/plugins/irc/irc-protocol.c; its sentences in English. Those of
// other languages are in weechat/translations.ts; of the rest joins, parts, quits and modes are known by their shape.
import type { Captures, FileFacts, Sample } from '../format.ts';
import { lineLog } from './parts/line-log.ts';
import type { ControlRule } from './parts/line-spec.ts';
import { factsOfPath } from './parts/paths.ts';
import { newDay } from './parts/spelled-date.ts';
import { RULES } from './weechat/sentences.ts';
import { readerOf, SHAPES, surveyOf } from './weechat/settled.ts';

/** The day's change, which the window shows and no log has (`weechat.look.day_change_message_*`). */
const CONTROLS: readonly ControlRule[] = [
  {
    example: '-- Fri, 06 Jan 2012 (Thu, 05 Jan 2012) --',
    // up to 0.4.1: `Day changed to Fri, 06 Jan 2012`
    pattern: /^ *(?:--|Day changed to) ([^\d\s]+ \d\d? [^\d\s]+ \d{4})(?: \([^()]*\))?(?: --)?$/u,
    read: ([, date = '']) => newDay(date),
  },
];

export const TABLES = { sentences: RULES, shapes: SHAPES };

/** `irc.<server>.<#channel>.weechatlog`, as `logger.mask` names files by default, or with a date behind the channel, or in its folder. */
const NAME = /(?:^|[/_])irc\.(?<network>[^/#&]+)\.(?<channel>[#&+!][^/]*?)(?:\.(?:weechatlog|log)|\/)/u;

function factsOf({ path }: Sample): FileFacts {
  const facts = factsOfPath(path);
  const { network, channel }: Captures = NAME.exec(path)?.groups ?? {};
  if (!network || !channel) return facts;
  const undated = facts.channel !== undefined && channel.startsWith(facts.channel) ? facts.channel : channel;
  return { ...facts, network, channel: undated };
}

export default lineLog({
  name: 'weechat',
  title: 'WeeChat',
  local: true,
  stamps: ['yyyy-MM-dd HH:mm:ss', "yyyy-MM-dd'T'HH:mm:ss.uZZ", "yyyy-MM-dd'T'HH:mm:ssZZ", 'HH:mm:ss', 'HH:mm'],
  clocksAreSet: true,
  stamp: '2012-01-05 09:01:02\t',
  gap: /^\t/u,
  gapNeeded: true,
  rules: RULES,
  controls: CONTROLS,
  reader: readerOf,
  facts: factsOf,
  survey: surveyOf,
  path: /\.weechatlog(?:\.|$)/u,
});
