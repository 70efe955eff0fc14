// Which window of a client a log is of, by its path: a channel, a query, or one in which the client keeps what servers say.
import { withoutHole } from '../hole-name.ts';
import { lower } from '../shared/casemap.ts';
import { clientPath, stem } from '../shared/log-name.ts';
import { datedFolders, restOfDate } from '../shared/dated-folders.ts';
import { isDate, withoutDate } from '../shared/named-dates.ts';
import { isChannelName } from '../shared/slug.ts';

/** The name of the window that a log is of, from its path: without the date and the client's ending around it. */
export function windowName(path: string): string {
  const digits = /^[\d\-_.T]*$/;
  const names = clientPath(withoutHole(path)).split('/').map(stem);
  const { period, dated } = datedFolders(names.slice(0, -1));
  const bare = [...names.slice(0, -1), restOfDate(names.at(-1) ?? '', period).bare];
  const name = bare.findLast((part, at) => part !== '' && !digits.test(part) && !dated[at] && !isDate(part)) ?? path;
  return withoutDate(name.replace(/^irc\.(?!server\.)[^.]+\./, ''));
}

/** `server`, `(snotices)`, `status.saltnet`, `Status Window`, `irc.server.saltnet`: where clients put what is of no channel. */
const OF_SERVERS =
  /^\(?(?:server|status|s?notices?|hi(?:gh)?lights?|console)\)?$|^status[. ]|^(?:irc\.)?server\.|^core\./iu;

/** As LimeChat names such a log, for its network alone: `Console/2012-01-05_LabNet.txt`. */
const IN_CONSOLE = /(?:^|\/)Console\/\d{4}-\d\d-\d\d_[^/]+$/u;

/** True for the windows in which clients keep what servers say: `server.log`, `status`, `freenode/freenode.log`. */
export function isServerWindow(path: string): boolean {
  const name = windowName(path);
  const folder = path.split('/').at(-2) ?? '';
  // A channel may have a folder of its name, with a log for each day.
  if (isChannelName(name)) return false;
  return OF_SERVERS.test(name) || IN_CONSOLE.test(path) || lower(name) === lower(folder);
}

/**
 * The name of the window that a log is of, where its format tells a channel. In windows of servers lines of channels stand that
 * the client was told to show there: these name no channel for what else stands there.
 */
export function nameOfWindow(path: string, channel: string | undefined): string {
  const name = windowName(path);
  if (channel === undefined) return name;
  const isOfServers = OF_SERVERS.test(name) && lower(channel) !== lower(`#${name}`);
  return isOfServers ? name : channel;
}
