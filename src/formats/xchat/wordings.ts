// How themes of people's own word comings and goings, beside the releases' own words: second columns, as format strings.
//
//   alice (~a@host) joined #c      alice left: bye      alice (~a@host) Quit (bye)      Quits: alice (~a@host) (bye)
//
// Source: themes that people publish for HexChat, several of them after other clients (mIRC, WeeChat).
type Wording = readonly [event: string, format: string];

const HOSTS = ['', ' ($3)'];
const CHANNELS = ['', ' $3'];
const REASONS = ['', ' ($4)', ': $4'];

const joined = ['has joined', 'joined'].flatMap((verb) =>
  HOSTS.flatMap((host) => ['', ' $2'].map((channel): Wording => ['Join', `$1${host} ${verb}${channel}`])),
);

const left = ['has left', 'left'].flatMap((verb) =>
  HOSTS.flatMap((host) =>
    CHANNELS.flatMap((channel) =>
      REASONS.map((reason): Wording => [
        reason === '' ? 'Part' : 'Part with Reason',
        `$1${host.replace('3', '2')} ${verb}${channel}${reason}`,
      ]),
    ),
  ),
);

const quit = ['has quit', 'quit', 'Quit'].flatMap((verb) =>
  HOSTS.flatMap((host) => REASONS.map((reason): Wording => ['Quit', `$1${host} ${verb}${reason.replace('4', '2')}`])),
);

const kicked = ['kicked', 'has kicked'].flatMap((verb) =>
  CHANNELS.flatMap((channel) =>
    REASONS.map((reason): Wording => ['Kick', `$1 ${verb} $2${channel && ` from${channel}`}${reason}`]),
  ),
);

const wasKicked = ['was kicked', 'has been kicked'].flatMap((verb) =>
  CHANNELS.flatMap((channel) =>
    REASONS.map((reason): Wording => ['Kick', `$2 ${verb}${channel && ` from${channel}`} by $1${reason}`]),
  ),
);

/** Words that an action cannot well have: with a host, or of what one does to another and to the topic. */
export const PLAIN_WORDINGS: readonly Wording[] = [
  ...[...joined, ...left, ...quit].filter(([event, format]) =>
    format.includes(event.startsWith('Part') ? '($2)' : '($3)'),
  ),
  ...wasKicked.filter(([, format]) => format.endsWith('($4)')),
  ['Topic Change', "$1 changes topic to '$2'"],
  ['Raw Modes', '$1 sets mode: $2'],
];

export const WORDINGS: readonly Wording[] = [
  ...[...joined, ...left, ...quit, ...kicked, ...wasKicked],
  ['Join', 'Joins: $1 ($3)'],
  ['Join', 'Join: $1 ($3)'],
  ['Quit', 'Quits: $1 ($3) ($2)'],
  ['Quit', 'Quits: $1 ($2)'],
  ['Quit', 'Quit: $1 ($2)'],
  ['Part', 'Parts: $1 ($2)'],
  ['Part with Reason', 'Parts: $1 ($2) ($4)'],
  ['Change Nick', '$1 changed nick to $2'],
  ['Topic Change', '$1 changes topic to: $2'],
  ['Topic Change', '$1 sets topic to: $2'],
  ['Topic Change', "$1 changes topic to '$2'"],
  ['Raw Modes', '$1 sets mode: $2'],
];

/** Words in which the signs of hosts and modes must be: without a theme's colours, others may stand there, too. */
export const SIGNED_WORDINGS: readonly Wording[] = [
  ...['has joined', 'joined'].map((verb): Wording => ['Join', `$1 ${verb} ($3)`]),
  ...['has left', 'left', 'parted', 'has parted'].flatMap((verb): readonly Wording[] => [
    ['Part', `$1 ${verb} ($2)`],
    ...REASONS.slice(1).map((reason): Wording => ['Part with Reason', `$1 ${verb} ($2)${reason}`]),
  ]),
  ...['has quit', 'quit'].flatMap((verb) =>
    REASONS.slice(1).map((reason): Wording => ['Quit', `$1 ${verb} ($3)${reason.replace('4', '2')}`]),
  ),
  ['Raw Modes', '$1 sets $2'],
];

/** A second column with round brackets where a theme has square ones, around a host behind the first nick and around the last words. */
export const rounded = (right: string): string =>
  right
    .replace(/^(\S+ (?:\d\d)?)\[([^\s[\]]+@[^\s[\]]+)\]/u, '$1($2)')
    .replace(/( (?:\d\d)?)\[((?!\S+\] \[)[^]*)\]$/u, '$1($2)');
