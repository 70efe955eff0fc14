// The log formats that Daybook reads. A new one is its own file beside this, a line here, and its fixtures in test/formats.
import type { LogFormat } from '../format.ts';
import { mendable } from '../mend.ts';
import bip from './bip.ts';
import botbot from './botbot.ts';
import colloquy from './colloquy.ts';
import daybookJsonl from './daybook-jsonl.ts';
import discordExport from './discord-export.ts';
import eggdrop from './eggdrop.ts';
import elementExport from './element-export.ts';
import energymech from './energymech.ts';
import ii from './ii.ts';
import ilbot from './ilbot.ts';
import irccloud from './irccloud.ts';
import irssi from './irssi.ts';
import konversation from './konversation.ts';
import kvirc from './kvirc.ts';
import limechat from './limechat.ts';
import limnoria from './limnoria.ts';
import meetbot from './meetbot.ts';
import mirc from './mirc.ts';
import pidgin from './pidgin.ts';
import pircbot from './pircbot.ts';
import quassel from './quassel.ts';
import qwebirc from './qwebirc.ts';
import rrsagent from './rrsagent.ts';
import textual from './textual.ts';
import theLounge from './the-lounge.ts';
import ubuntu from './ubuntu.ts';
import weechat from './weechat.ts';
import xchatLog from './xchat-log.ts';
import xchatScrollback from './xchat-scrollback.ts';
import znc from './znc.ts';

const WHOLE: readonly LogFormat[] = [
  bip,
  botbot,
  colloquy,
  daybookJsonl,
  discordExport,
  eggdrop,
  elementExport,
  energymech,
  ii,
  ilbot,
  irccloud,
  irssi,
  konversation,
  kvirc,
  limechat,
  limnoria,
  meetbot,
  mirc,
  pidgin,
  pircbot,
  quassel,
  qwebirc,
  rrsagent,
  textual,
  theLounge,
  ubuntu,
  weechat,
  xchatLog,
  xchatScrollback,
  znc,
];

/** All log formats, by their names; each reads damaged logs, too. */
export const FORMATS: readonly LogFormat[] = WHOLE.map(mendable);

/** As settings name them. */
export const FORMAT_NAMES: readonly string[] = FORMATS.map(({ name }) => name);
