// Which window of a client a log is of, by its path: a channel, a query, or one in which the client keeps what servers say.
import { withoutHole } from '../hole-name.ts';
import { lower } from '../shared/casemap.ts';
import { clientPath, stem } from '../shared/log-name.ts';
import { datedFolders, restOfDate } from '../shared/dated-folders.ts';
import { withoutDate, withoutDates } from '../shared/named-dates.ts';
import { MANY_PATHS, remembered } from '../shared/remembered.ts';
import { isChannelName } from '../shared/slug.ts';

interface Named {
  readonly name: string;
  /** The folder that it lies in. */
  readonly folder: string;
}

/** The last folder or name in a path that is no date and no piece of one. */
function named(path: string): Named {
  const names = clientPath(withoutHole(path)).split('/').map(stem);
  const { period, dated } = datedFolders(names.slice(0, -1));
  const bare = [...names.slice(0, -1), restOfDate(names.at(-1) ?? '', period).bare];
  const at = bare.findLastIndex((part, at) => dated[at] !== true && /[^\d\-_.T*]/u.test(withoutDates(part)));
  return { name: bare[at] ?? path, folder: bare[at - 1] ?? '' };
}

/** The name of the window that a log is of, from its path: without the date and the client's ending around it. */
export const windowName = remembered(MANY_PATHS, (path) => {
  const name = withoutDate(named(path).name.replace(/^irc\.(?!server\.)[^.]+\./, ''));
  if (/[#&]/u.test(name)) return name;
  // `2013-11-05-ada`, `ada.05.11.13`: of somebody's name nothing is a date
  const bare = withoutDates(name).replace(/^\*[-_. ]+|[-_. ]+\*$/gu, '');
  return bare === '' || bare.includes('*') ? name : bare;
});

/** `server`, `(snotices)`, `status.saltnet`, `Status Window`, `irc.server.saltnet`: where clients put what is of no channel. */
const OF_SERVERS =
  /^\(?(?:server|status|s?notices?|hi(?:gh)?lights?|console)\)?$|^status[. ]|^(?:irc\.)?server\.|^core\./iu;

/** As LimeChat names such a log, for its network alone: `Console/2012-01-05_LabNet.txt`. */
const IN_CONSOLE = /(?:^|\/)Console\/\d{4}-\d\d-\d\d_[^/]+$/u;

/** True for the windows in which clients keep what servers say: `server.log`, `status`, `freenode/freenode.log`. */
export function isServerWindow(path: string): boolean {
  const name = windowName(path);
  // A channel may have a folder of its name, with a log for each day.
  if (isChannelName(name)) return false;
  return OF_SERVERS.test(name) || IN_CONSOLE.test(path) || lower(name) === lower(named(path).folder);
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
