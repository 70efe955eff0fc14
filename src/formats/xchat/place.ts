// Which channel of which network a scrollback file is of.
//
//   ~/.config/hexchat/scrollback/libera.chat/#c.txt   ->   #c, libera.chat
//   boatyard-scrollback.txt                              ->   what its lines say: "Now talking on #boatyard"
import type { FileFacts } from '../../format.ts';
import { factsOfPath } from '../parts/paths.ts';

type Place = Pick<FileFacts, 'channel' | 'network'>;

const isChannel = (name: string | undefined): name is string => name !== undefined && /^[#&+!]/u.test(name);

/** As the client spells a channel in a file's name. */
const asFile = (channel: string): string => channel.toLowerCase().replace(/[/\\|><:"*?]/gu, '_');

/** Network and tab of `…/scrollback/<network>/<tab>.txt`, whatever kind of tab it is. */
function tabOf(path: string): Place {
  const [, network, channel] = /(?:^|\/)scrollback\/([^/]+)\/([^/]+)\.txt(?:\.gz)?$/iu.exec(path) ?? [];
  return network && channel ? { network, channel } : {};
}

/**
 * The channel and network of a file, from its path and the channel that its lines name most. The path says which channel it is, the
 * lines how it is spelt; a tab that is no channel (a query, a server) has its own name.
 */
export function placeOf(path: string, named: string | undefined): Place {
  const tab = tabOf(path);
  const { channel: byName, network: above } = factsOfPath(path);
  const network = tab.network ?? above;
  const byPath = isChannel(tab.channel) ? tab.channel : byName;
  const spelt = named !== undefined && (byPath === undefined || asFile(named) === asFile(byPath)) ? named : byPath;
  const channel = spelt ?? tab.channel;
  return { ...(channel ? { channel } : {}), ...(network ? { network } : {}) };
}
