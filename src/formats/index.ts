// The log formats that Daybook reads. A new one is its own file beside this, a line here, and its fixtures in test/formats.
import type { LogFormat } from '../format.ts';
import eggdrop from './eggdrop.ts';
import energymech from './energymech.ts';
import ii from './ii.ts';
import ilbot from './ilbot.ts';
import irssi from './irssi.ts';
import limnoria from './limnoria.ts';
import mirc from './mirc.ts';
import pircbot from './pircbot.ts';
import rrsagent from './rrsagent.ts';
import ubuntu from './ubuntu.ts';
import weechat from './weechat.ts';
import xchatScrollback from './xchat-scrollback.ts';
import znc from './znc.ts';

export const FORMATS: readonly LogFormat[] = [
  eggdrop,
  energymech,
  ii,
  ilbot,
  irssi,
  limnoria,
  mirc,
  pircbot,
  rrsagent,
  ubuntu,
  weechat,
  xchatScrollback,
  znc,
];
