// The log formats that Daybook reads. A new one is its own file beside this, a line here, and its fixtures in test/formats.
import type { Formats, LogFormat } from '../format.ts';
import { mendable } from '../mend.ts';

/** By their names. Of formats that read a log alike the first is taken: Quassel's signs may be those of a theme of irssi's, too. */
const MODULES: Readonly<Record<string, () => Promise<{ readonly default: LogFormat }>>> = {
  bip: () => import('./bip.ts'),
  botbot: () => import('./botbot.ts'),
  colloquy: () => import('./colloquy.ts'),
  'colloquy-copied': () => import('./colloquy-copied.ts'),
  'daybook-jsonl': () => import('./daybook-jsonl.ts'),
  'discord-export': () => import('./discord-export.ts'),
  eggdrop: () => import('./eggdrop.ts'),
  'element-export': () => import('./element-export.ts'),
  energymech: () => import('./energymech.ts'),
  ii: () => import('./ii.ts'),
  ilbot: () => import('./ilbot.ts'),
  irccloud: () => import('./irccloud.ts'),
  konversation: () => import('./konversation.ts'),
  kvirc: () => import('./kvirc.ts'),
  limechat: () => import('./limechat.ts'),
  limnoria: () => import('./limnoria.ts'),
  meetbot: () => import('./meetbot.ts'),
  mirc: () => import('./mirc.ts'),
  pidgin: () => import('./pidgin.ts'),
  pircbot: () => import('./pircbot.ts'),
  quassel: () => import('./quassel.ts'),
  irssi: () => import('./irssi.ts'),
  qwebirc: () => import('./qwebirc.ts'),
  rrsagent: () => import('./rrsagent.ts'),
  textual: () => import('./textual.ts'),
  'the-lounge': () => import('./the-lounge.ts'),
  tunes: () => import('./tunes.ts'),
  ubuntu: () => import('./ubuntu.ts'),
  weechat: () => import('./weechat.ts'),
  'xchat-log': () => import('./xchat-log.ts'),
  'xchat-scrollback': () => import('./xchat-scrollback.ts'),
  znc: () => import('./znc.ts'),
};

/** As settings name them. */
export const FORMAT_NAMES: readonly string[] = Object.keys(MODULES);

const loaded = new Map<string, LogFormat>();

/** A log format; it reads damaged logs, too. */
async function formatOf(name: string): Promise<LogFormat> {
  const { default: format } = await MODULES[name]!();
  const known = loaded.get(name) ?? mendable(format);
  loaded.set(name, known);
  return known;
}

/** All log formats. */
export const FORMATS: Formats = {
  named: async (name) => (Object.hasOwn(MODULES, name) ? formatOf(name) : undefined),
  all: () => Promise.all(FORMAT_NAMES.map(formatOf)),
};
