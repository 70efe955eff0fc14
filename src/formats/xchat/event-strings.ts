// The format strings of the text events of XChat and HexChat, as facts: what each release writes for an event by default.
// Source: `textevents.in` of the releases of XChat (2.4.0, 2.8.8) and HexChat (2.9.4, 2.9.5, 2.9.6, 2.16.2), and the theme of
// XChat up to 2.0 ("classic", also known as BlackTheme). A release that is not named has the string of the one before it;
// an empty string: the release has no such event. `Generic Message` (`$1$t$2`) is left out: it says nothing of its line.

/** Oldest first. */
export const RELEASES = [
  'classic',
  'xchat-2.4',
  'xchat-2.8',
  'hexchat-2.9.4',
  'hexchat-2.9.5',
  'hexchat-2.9.6',
  'hexchat-2.16',
] as const;

export type Release = (typeof RELEASES)[number];

/** What a release prints for an event: its own string, or that of the last release before it which has one. */
export function stringIn(release: Release, strings: Readonly<Partial<Record<Release, string>>>): string | undefined {
  const own = RELEASES.slice(0, RELEASES.indexOf(release) + 1).findLast((name) => strings[name] !== undefined);
  return own && strings[own];
}

/** By event name: the release since which it reads so, and the string. */
export const EVENT_STRINGS: Readonly<Record<string, Readonly<Partial<Record<Release, string>>>>> = {
  'Add Notify': {
    classic: '-%C10-%C11-%O$t$1 added to notify list.',
    'xchat-2.4': '%C22*%O$t$1 added to notify list.',
    'hexchat-2.9.4': '%C18*%O$t%C18$1%O added to notify list.',
  },
  'Ban List': {
    classic: '-%C10-%C11-%O$t$1 Banlist: %C3$4 %C4$2 %C5$3%O',
    'xchat-2.4': '%C22*%O$t$1 Banlist:%C19 $4%C20 $2%C21 $3',
    'hexchat-2.9.4': '%C22*%O$t%C22$1%O Banlist: %C18$2%O on %C24$4%O by %C26$3%O',
    'hexchat-2.9.6': '%C22*%O$t%C22$1%O: %C18$2%O on %C24$4%O by %C26$3%O',
  },
  Banned: {
    classic: '-%C10-%C11-%O$tCannot join%C11 %B$1 %O(You are banned).',
    'xchat-2.4': '%C22*%O$tCannot join%C26 %B$1 %O(You are banned).',
    'hexchat-2.9.4': '%C22*%O$tCannot join%C22 $1 %O(%C20You are banned%O).',
    'hexchat-2.9.5': '%C22*%O$tCannot join %C22$1 %O(%C20You are banned%O).',
  },
  'Capability Acknowledgement': {
    'hexchat-2.9.4': '%C29*%O$tCapabilities acknowledged: %C29$2%O',
  },
  'Capability Deleted': {
    'hexchat-2.16': '%C29*%O$tCapabilities removed: %C29$2%O',
  },
  'Capability List': {
    'hexchat-2.9.4': '%C23*%O$tCapabilities supported: %C29$2%O',
  },
  'Capability Request': {
    'hexchat-2.9.4': '%C23*%O$tCapabilities requested: %C29$1%O',
  },
  'Change Nick': {
    classic: '-%C10-%C11-%O$t$1 is now known as $2',
    'xchat-2.4': '%C22*%O$t$1 is now known as $2',
    'hexchat-2.9.4': '%C24*%O$t%C28$1%O is now known as %C18$2%O',
  },
  'Channel Action': {
    classic: '%C13*%O$t$1%O $2%O',
    'xchat-2.4': '%C18*$t$1%O $2',
    'hexchat-2.9.4': '%C18*$t%B$1%O $2',
  },
  'Channel Action Hilight': {
    classic: '%C13*%O$t%C8%B$1%B%O $2%O',
    'xchat-2.4': '%C21*%O$t%C21%B$1%O%C21 $2',
    'hexchat-2.9.4': '%C19*$t%B$1%B $2%O',
  },
  'Channel Ban': {
    classic: '-%C10-%C11-%O$t$1 sets ban on $2',
    'xchat-2.4': '%C22*%O$t$1 sets ban on $2',
    'hexchat-2.9.4': '%C22*%O$t%C26$1%O sets ban on %C18$2%O',
  },
  'Channel Creation': {
    classic: '-%C10-%C11-%O$tChannel $1 created on $2',
    'xchat-2.4': '%C22*%O$tChannel $1 created on $2',
    'hexchat-2.9.4': '%C22*%O$tChannel %C22$1%O created',
    'hexchat-2.9.5': '%C22*%O$tChannel %C22$1%O created on %C24$2%O',
  },
  'Channel DeHalfOp': {
    classic: '-%C10-%C11-%O$t%C11$1%O removes channel half-operator status from %C11$2',
    'xchat-2.4': '%C22*%O$t%C26$1%O removes channel half-operator status from%C26 $2',
    'hexchat-2.9.4': '%C22*%O$t%C26$1%O removes channel half-operator status from %C18$2%O',
  },
  'Channel DeOp': {
    classic: '-%C10-%C11-%O$t%C11$1%O removes channel operator status from %C11$2',
    'xchat-2.4': '%C22*%O$t%C26$1%O removes channel operator status from%C26 $2',
    'hexchat-2.9.4': '%C22*%O$t%C26$1%O removes channel operator status from %C18$2%O',
  },
  'Channel DeVoice': {
    classic: '-%C10-%C11-%O$t%C11$1%O removes voice from %C11$2',
    'xchat-2.4': '%C22*%O$t%C26$1%O removes voice from%C26 $2',
    'hexchat-2.9.4': '%C22*%O$t%C26$1%O removes voice from %C18$2%O',
  },
  'Channel Exempt': {
    classic: '-%C10-%C11-%O$t$1 sets exempt on $2',
    'xchat-2.4': '%C22*%O$t$1 sets exempt on $2',
    'hexchat-2.9.4': '%C22*%O$t%C26 $1%C sets exempt on %C18$2%O',
    'hexchat-2.9.5': '%C22*%O$t%C26$1%C sets exempt on %C18$2%O',
  },
  'Channel Half-Operator': {
    classic: '-%C10-%C11-%O$t%C11$1%O gives channel half-operator status to %C11$2',
    'xchat-2.4': '%C22*%O$t%C26$1%O gives channel half-operator status to%C26 $2',
    'hexchat-2.9.4': '%C22*%O$t%C26$1%O gives channel half-operator status to %C18$2%O',
  },
  'Channel INVITE': {
    classic: '-%C10-%C11-%O$t$1 sets invite on $2',
    'xchat-2.4': '%C22*%O$t$1 sets invite on $2',
    'hexchat-2.9.4': '%C22*%O$t%C26 $1%C sets invite on %C18$2%O',
    'hexchat-2.9.5': '%C22*%O$t%C26$1%C sets invite on %C18$2%O',
    'hexchat-2.9.6': '%C22*%O$t%C26$1%C sets invite exempt on %C18$2%O',
  },
  'Channel List': {
    classic: '%UChannel          Users   Topic%O',
    'xchat-2.4': '%UChannel          Users   Topic',
  },
  'Channel Message': {
    classic: '%C2<%O$1%C2>%O$t$2%O',
    'xchat-2.4': '%C18%B%B$4$1%O%C18%O$t$2',
    'xchat-2.8': '%C18%H<%H$4$1%H>%H%O$t$2',
    'hexchat-2.9.6': '%C18%H<%H$4$1%C18%H>%H%O$t$2',
  },
  'Channel Mode Generic': {
    classic: '-%C10-%C11-%O$t$1 sets mode $2$3 $4',
    'xchat-2.4': '%C22*%O$t$1 sets mode $2$3 $4',
    'hexchat-2.9.4': '%C22*%O$t%C26$1%O sets mode %C24$2$3%O on %C22$4%O',
  },
  'Channel Modes': {
    classic: '-%C10-%C11-%O$tChannel $1 modes: $2',
    'xchat-2.4': '%C22*%O$t%C22Channel $1 modes: $2',
    'hexchat-2.9.4': '%C22*%O$tChannel %C22$1%O modes: %C24$2',
  },
  'Channel Msg Hilight': {
    classic: '%C2<%C8%B$1%B%C2>%O$t$2%O',
    'xchat-2.4': '$4%C21%B$1%O$t%C21$2',
    'xchat-2.8': '$4%C21%B%H<%H$1%H>%H%O%C21$t$2',
    'hexchat-2.9.4': '%C19%H<%H$4%B$1%B%H>%H$t$2%O',
  },
  'Channel Notice': {
    classic: '%C12-%C13$1/$2%C12-%O$t$3%O',
    'xchat-2.4': '%C28-%C29$1/$2%C28-%O$t$3',
    'hexchat-2.9.4': '-%C18$1%C/%C22$2%C-$t$3%O',
  },
  'Channel Operator': {
    classic: '-%C10-%C11-%O$t%C11$1%O gives channel operator status to %C11$2',
    'xchat-2.4': '%C22*%O$t%C26$1%O gives channel operator status to%C26 $2',
    'hexchat-2.9.4': '%C22*%O$t%C26$1%O gives channel operator status to %C18$2%O',
  },
  'Channel Quiet': {
    'hexchat-2.9.6': '%C22*%O$t%C26$1%O sets quiet on %C18$2%O',
  },
  'Channel Remove Exempt': {
    classic: '-%C10-%C11-%O$t$1 removes exempt on $2',
    'xchat-2.4': '%C22*%O$t$1 removes exempt on $2',
    'hexchat-2.9.4': '%C22*%O$t%C26$1%O removes exempt on %C18$2%O',
  },
  'Channel Remove Invite': {
    classic: '-%C10-%C11-%O$t$1 removes invite on $2',
    'xchat-2.4': '%C22*%O$t$1 removes invite on $2',
    'hexchat-2.9.4': '%C22*%O$t%C26 $1%O removes invite on %C18$2%O',
    'hexchat-2.9.5': '%C22*%O$t%C26$1%O removes invite on %C18$2%O',
    'hexchat-2.9.6': '%C22*%O$t%C26$1%O removes invite exempt on %C18$2%O',
  },
  'Channel Remove Keyword': {
    classic: '-%C10-%C11-%O$t$1 removes channel keyword',
    'xchat-2.4': '%C22*%O$t$1 removes channel keyword',
    'hexchat-2.9.4': '%C22*%O$t%C26$1%O removes channel keyword',
  },
  'Channel Remove Limit': {
    classic: '-%C10-%C11-%O$t$1 removes user limit',
    'xchat-2.4': '%C22*%O$t$1 removes user limit',
    'hexchat-2.9.4': '%C22*%O$t%C26$1%O removes user limit',
  },
  'Channel Set Key': {
    classic: '-%C10-%C11-%O$t$1 sets channel keyword to $2',
    'xchat-2.4': '%C22*%O$t$1 sets channel keyword to $2',
    'hexchat-2.9.4': '%C22*%O$t$1 sets channel keyword to %C24$2%O',
    'hexchat-2.9.5': '%C22*%O$t%C26$1%O sets channel keyword to %C24$2%O',
  },
  'Channel Set Limit': {
    classic: '-%C10-%C11-%O$t$1 sets channel limit to $2',
    'xchat-2.4': '%C22*%O$t$1 sets channel limit to $2',
    'hexchat-2.9.4': '%C22*%O$t%C26$1%O sets channel limit to %C24$2%O',
  },
  'Channel UnBan': {
    classic: '-%C10-%C11-%O$t$1 removes ban on $2',
    'xchat-2.4': '%C22*%O$t$1 removes ban on $2',
    'hexchat-2.9.4': '%C22*%O$t%C26$1%O removes ban on %C24$2%O',
    'hexchat-2.9.5': '%C22*%O$t%C26$1%O removes ban on %C18$2%O',
  },
  'Channel UnQuiet': {
    'hexchat-2.9.6': '%C22*%O$t%C26$1%O removes quiet on %C18$2%O',
  },
  'Channel Url': {
    'hexchat-2.9.6': '%C22*%O$tChannel %C22$1%O url: %C24$2',
  },
  'Channel Voice': {
    classic: '-%C10-%C11-%O$t%C11$1%O gives voice to %C11$2',
    'xchat-2.4': '%C22*%O$t%C26$1%O gives voice to%C26 $2',
    'hexchat-2.9.4': '%C22*%O$t%C26$1%O gives voice to %C18$2%O',
  },
  Connected: {
    classic: '-%C10-%C11-%O$tConnected. Now logging in..',
    'xchat-2.4': '%C22*%O$t%C22Connected. Now logging in...',
    'hexchat-2.9.4': '%C23*%O$tConnected. Now logging in.',
  },
  Connecting: {
    classic: '-%C10-%C11-%O$tConnecting to %C11$1 %C14(%C11$2%C14)%C port %C11$3%C..',
    'xchat-2.4': '%C22*%O$t%C22Connecting to $1 ($2) port $3%O...',
    'hexchat-2.9.4': '%C23*%O$tConnecting to %C29$1%C (%C23$2:$3%O)',
  },
  'Connection Failed': {
    classic: '-%C10-%C11-%O$tConnection failed. Error: $1',
    'xchat-2.4': '%C21*%O$t%C21Connection failed. Error: $1',
    'hexchat-2.9.4': '%C20*%O$tConnection failed (%C20$1%O)',
  },
  'CTCP Generic': {
    classic: '-%C10-%C11-%O$tReceived a CTCP $1 from $2',
    'xchat-2.4': '%C22*%O$tReceived a CTCP $1 from $2',
    'hexchat-2.9.4': '%C24*%O$tReceived a CTCP %C24$1%C from %C18$2%O',
  },
  'CTCP Generic to Channel': {
    classic: '-%C10-%C11-%O$tReceived a CTCP $1 from $2 (to $3)',
    'xchat-2.4': '%C22*%O$tReceived a CTCP $1 from $2 (to $3)',
    'hexchat-2.9.4': '%C24*%C$tReceived a CTCP %C24$1%C from %C18$2%C (to %C22$3%C)%O',
  },
  'CTCP Send': {
    classic: '%C3>%O$1%C3<%O$tCTCP $2%O',
    'xchat-2.4': '%C19>%O$1%C19<%O$tCTCP $2',
    'hexchat-2.9.4': '>%C18$1%C<$tCTCP %C24$2%O',
  },
  'CTCP Sound': {
    classic: '-%C10-%C11-%O$tReceived a CTCP Sound $1 from $2',
    'xchat-2.4': '%C22*%O$tReceived a CTCP Sound $1 from $2',
    'hexchat-2.9.4': '%C24*%O$tReceived a CTCP Sound %C24$1%C from %C18$2%O',
  },
  'CTCP Sound to Channel': {
    'xchat-2.8': '%C22*%O$tReceived a CTCP Sound $1 from $2 (to $3)',
    'hexchat-2.9.4': '%C24*%O$tReceived a CTCP Sound %C24$1%C from %C18$2%C (to %C22$3%O)',
  },
  'DCC CHAT Abort': {
    classic: '-%C10-%C11-%O$tDCC CHAT to %C11$1%O aborted.',
    'xchat-2.4': '%C22*%O$tDCC CHAT to %C26$1%O aborted.',
    'hexchat-2.9.4': '%C23*%O$tDCC CHAT to %C18$1%O aborted.',
  },
  'DCC CHAT Connect': {
    classic: '-%C10-%C11-%O$tDCC CHAT connection established to %C11$1 %C14[%O$2%C14]%O',
    'xchat-2.4': '%C22*%O$tDCC CHAT connection established to %C26$1 %C30[%O$2%C30]',
    'hexchat-2.9.4': '%C24*%O$tDCC CHAT connection established to %C18$1%C %C30[%C24$2%C30]%O',
  },
  'DCC CHAT Failed': {
    classic: '-%C10-%C11-%O$tDCC CHAT to %C11$1%O lost. $4.',
    'xchat-2.4': '%C22*%O$tDCC CHAT to %C26$1%O lost ($4).',
    'hexchat-2.9.4': '%C20*%O$tDCC CHAT to %C18$1%O lost (%C20$4%O)',
  },
  'DCC CHAT Offer': {
    classic: '-%C10-%C11-%O$tReceived a DCC CHAT offer from $1',
    'xchat-2.4': '%C22*%O$tReceived a DCC CHAT offer from $1',
    'hexchat-2.9.4': '%C24*%O$tReceived a DCC CHAT offer from %C18$1%O',
  },
  'DCC CHAT Offering': {
    classic: '-%C10-%C11-%O$tOffering DCC CHAT to $1',
    'xchat-2.4': '%C22*%O$tOffering DCC CHAT to $1',
    'hexchat-2.9.4': '%C24*%O$tOffering DCC CHAT to %C18$1%O',
  },
  'DCC CHAT Reoffer': {
    classic: '-%C10-%C11-%O$tAlready offering CHAT to $1',
    'xchat-2.4': '%C22*%O$tAlready offering CHAT to $1',
    'hexchat-2.9.4': '%C24*%O$tAlready offering CHAT to %C18$1%O',
  },
  'DCC Conection Failed': {
    classic: '-%C10-%C11-%O$tDCC $1 connect attempt to %C11$2%O failed (err=$3).',
    'xchat-2.4': '%C22*%O$tDCC $1 connect attempt to%C26 $2%O failed (err=$3).',
    'hexchat-2.9.4': '%C20*%O$tDCC $1 connect attempt to %C18$2%O failed (%C20$3%O)',
  },
  'DCC Generic Offer': {
    classic: "-%C10-%C11-%O$tReceived '$1%O' from $2",
    'xchat-2.4': "%C22*%O$tReceived '$1%O' from $2",
    'hexchat-2.9.4': "%C23*%O$tReceived '%C23$1%C' from %C18$2%O",
  },
  'DCC Header': {
    classic:
      '%C8,2 Type  To/From    Status  Size    Pos     File      %O%010%B%C9----------------------------------------------------%O',
    'xchat-2.4': '%C24,18 Type  To/From    Status  Size    Pos     File         ',
    'hexchat-2.9.4': '%C16,17 Type  To/From    Status  Size    Pos     File         ',
  },
  'DCC Malformed': {
    classic: '-%C10-%C11-%O$tReceived a malformed DCC request from %C11$1%O.%010-%C10-%C11-%O$tContents of packet: $2',
    'xchat-2.4': '%C22*%O$tReceived a malformed DCC request from %C26$1%O.%010%C22*%O$tContents of packet: $2',
    'hexchat-2.9.4':
      '%C20*%O$tReceived a malformed DCC request from %C18$1%O.%010%C23*%O$tContents of packet: %C23$2%O',
    'hexchat-2.16':
      '%C20*%O$tReceived a malformed DCC request from %C18$1%O.$a010%C23*%O$tContents of packet: %C23$2%O',
  },
  'DCC Offer': {
    classic: '-%C10-%C11-%O$tOffering %C11$1 %Cto %C11$2%O',
    'xchat-2.4': '%C22*%O$tOffering%C26 $1%O to%C26 $2',
    'hexchat-2.9.4': "%C24*%O$tOffering '%C24$1%O' to %C18$2%O",
  },
  'DCC Offer Not Valid': {
    classic: '-%C10-%C11-%O$tNo such DCC offer.',
    'xchat-2.4': '%C22*%O$tNo such DCC offer.',
    'hexchat-2.9.4': '%C23*%O$tNo such DCC offer.',
  },
  'DCC RECV Abort': {
    classic: '-%C10-%C11-%O$tDCC RECV %C11$2%O to %C11$1%O aborted.',
    'xchat-2.4': '%C22*%O$tDCC RECV%C26 $2%O to%C26 $1%O aborted.',
    'hexchat-2.9.4': "%C23*%O$tDCC RECV '%C23$2%O' to %C18$1%O aborted.",
  },
  'DCC RECV Complete': {
    classic: '-%C10-%C11-%O$tDCC RECV %C11$1%O from %C11$3%O complete %C14[%C11$4%O cps%C14]%O.',
    'xchat-2.4': '%C22*%O$tDCC RECV%C26 $1%O from%C26 $3%O complete %C30[%C26$4%O cps%C30]%O.',
    'hexchat-2.9.4': "%C24*%O$tDCC RECV '%C23$1%O' from %C18$3%O complete %C30[%C24$4%O cps%C30]%O",
  },
  'DCC RECV Connect': {
    classic: '-%C10-%C11-%O$tDCC RECV connection established to %C11$1 %C14[%O$2%C14]%O',
    'xchat-2.4': '%C22*%O$tDCC RECV connection established to%C26 $1 %C30[%O$2%C30]',
    'hexchat-2.9.4': '%C24*%O$tDCC RECV connection established to %C18$1 %C30[%O%C24$2%C30]%O',
  },
  'DCC RECV Failed': {
    classic: '-%C10-%C11-%O$tDCC RECV %C11$1%O from %C11$3%O failed. $4.',
    'xchat-2.4': '%C22*%O$tDCC RECV%C26 $1%O from%C26 $3%O failed ($4).',
    'hexchat-2.9.4': "%C20*%O$tDCC RECV '%C23$1%O' from %C18$3%O failed (%C20$4%O)",
  },
  'DCC RECV File Open Error': {
    classic: '-%C10-%C11-%O$tDCC RECV: Cannot open $1 for writing ($2).',
    'xchat-2.4': '%C22*%O$tDCC RECV: Cannot open $1 for writing ($2).',
    'hexchat-2.9.4': "%C20*%O$tDCC RECV: Cannot open '%C23$1%C' for writing (%C20$2%O)",
  },
  'DCC Rename': {
    classic: '-%C10-%C11-%O$tThe file %C11$1%C already exists, saving it as %C11$2%O instead.',
    'xchat-2.4': '%C22*%O$tThe file%C26 $1%C already exists, saving it as%C26 $2%O instead.',
    'hexchat-2.9.4': "%C23*%O$tThe file '%C24$1%C' already exists, saving it as '%C23$2%O' instead.",
  },
  'DCC RESUME Request': {
    classic: '-%C10-%C11-%O$t%C11$1 %Chas requested to resume %C11$2 %Cfrom %C11$3%C.',
    'xchat-2.4': '%C22*%O$t%C26$1 %Ohas requested to resume%C26 $2 %Cfrom%C26 $3%C.',
    'hexchat-2.9.4': "%C24*%O$t%C18$1%C has requested to resume '%C23$2%C' from %C24$3%O.",
  },
  'DCC SEND Abort': {
    classic: '-%C10-%C11-%O$tDCC SEND %C11$2%O to %C11$1%O aborted.',
    'xchat-2.4': '%C22*%O$tDCC SEND%C26 $2%O to%C26 $1%O aborted.',
    'hexchat-2.9.4': "%C23*%O$tDCC SEND '%C23$2%C' to %C18$1%O aborted.",
  },
  'DCC SEND Complete': {
    classic: '-%C10-%C11-%O$tDCC SEND %C11$1%O to %C11$2%O complete %C14[%C11$3%O cps%C14]%O.',
    'xchat-2.4': '%C22*%O$tDCC SEND%C26 $1%O to%C26 $2%O complete %C30[%C26$3%O cps%C30]%O.',
    'hexchat-2.9.4': "%C24*%O$tDCC SEND '%C23$1%C' to %C18$2%C complete %C30[%C24$3%C cps%C30]%O",
  },
  'DCC SEND Connect': {
    classic: '-%C10-%C11-%O$tDCC SEND connection established to %C11$1 %C14[%O$2%C14]%O',
    'xchat-2.4': '%C22*%O$tDCC SEND connection established to%C26 $1 %C30[%O$2%C30]',
    'hexchat-2.9.4': '%C24*%O$tDCC SEND connection established to %C18$1 %C30[%O%C24$2%C30]%O',
  },
  'DCC SEND Failed': {
    classic: '-%C10-%C11-%O$tDCC SEND %C11$1%O to %C11$2%O failed. $3',
    'xchat-2.4': '%C22*%O$tDCC SEND%C26 $1%O to%C26 $2%O failed. $3',
    'hexchat-2.9.4': "%C20*%O$tDCC SEND '%C23$1%C' to %C18$2%C failed (%C20$3%O)",
  },
  'DCC SEND Offer': {
    classic: '-%C10-%C11-%O$t%C11$1 %Chas offered %C11$2 %C(%C11$3 %Cbytes)',
    'xchat-2.4': '%C22*%O$t%C26$1 %Ohas offered%C26 $2 %O(%C26$3 %Obytes)',
    'hexchat-2.9.4': "%C24*%O$t%C18$1%C has offered '%C23$2%C' (%C24$3%O bytes)",
  },
  'DCC Stall': {
    classic: '-%C10-%C11-%O$tDCC $1 %C11$2 %Cto %C11$3 %Cstalled - aborting.',
    'xchat-2.4': '%C22*%O$tDCC $1%C26 $2 %Oto%C26 $3 %Cstalled - aborting.',
    'hexchat-2.9.4': "%C20*%O$tDCC $1 '%C23$2%C' to %C18$3%O stalled, aborting.",
  },
  'DCC Timeout': {
    classic: '-%C10-%C11-%O$tDCC $1 %C11$2 %Cto %C11$3 %Ctimed out - aborting.',
    'xchat-2.4': '%C22*%O$tDCC $1%C26 $2 %Oto%C26 $3 %Otimed out - aborting.',
    'hexchat-2.9.4': "%C20*%O$tDCC $1 '%C23$2%C' to %C18$3%O timed out, aborting.",
  },
  'Delete Notify': {
    classic: '-%C10-%C11-%O$t$1 deleted from notify list.',
    'xchat-2.4': '%C22*%O$t$1 deleted from notify list.',
    'hexchat-2.9.4': '%C24*%O$t%C18$1%O deleted from notify list.',
  },
  Disconnected: {
    classic: '-%C10-%C11-%O$tDisconnected ($1).',
    'xchat-2.4': '%C22*%O$tDisconnected ($1).',
    'hexchat-2.9.4': '%C20*%O$tDisconnected (%C20$1%O)',
  },
  Fail: {
    'hexchat-2.16': '%C20*%O$t$2%O',
  },
  'Fail Command': {
    'hexchat-2.16': '%C20*%O$t$1: $3%O',
  },
  'Found IP': {
    classic: '-%C10-%C11-%O$tFound your IP: [$1]',
    'xchat-2.4': '%C22*%O$tFound your IP: [$1]',
    'hexchat-2.9.4': '%C24*%O$tFound your IP: %C30[%C24$1%C30]%O',
  },
  'Ignore Add': {
    classic: '%O%C11$1%O added to ignore list.',
    'xchat-2.4': '%O%C26$1%O added to ignore list.',
    'hexchat-2.9.4': '%O%C18$1%O added to ignore list.',
  },
  'Ignore Changed': {
    classic: 'Ignore on %C11$1%O changed.',
    'xchat-2.4': 'Ignore on %C26$1%O changed.',
    'hexchat-2.9.4': '%OIgnore on %C18$1%O changed.',
  },
  'Ignore Footer': {
    classic: '%C08,02                                                              %O',
    'xchat-2.4': '%C24,18                                                              ',
    'hexchat-2.9.4': '%C16,17                                                              ',
  },
  'Ignore Header': {
    classic: '%C08,02 Hostmask                  PRIV NOTI CHAN CTCP DCC  INVI UNIG %O',
    'xchat-2.4': '%C24,18 Hostmask                  PRIV NOTI CHAN CTCP DCC  INVI UNIG ',
    'hexchat-2.9.4': '%C16,17 Hostmask                  PRIV NOTI CHAN CTCP DCC  INVI UNIG ',
  },
  'Ignore Remove': {
    classic: '%O%C11$1%O removed from ignore list.',
    'xchat-2.4': '%O%C26$1%O removed from ignore list.',
    'hexchat-2.9.4': '%O%C18$1%O removed from ignore list.',
  },
  'Ignorelist Empty': {
    classic: '  Ignore list is empty.',
    'hexchat-2.9.4': '%OIgnore list is empty.',
  },
  Invite: {
    classic: '-%C10-%C11-%O$tCannot join%C11 %B$1 %O(Channel is invite only).',
    'xchat-2.4': '%C22*%O$tCannot join%C26 %B$1 %O(Channel is invite only).',
    'hexchat-2.9.4': '%C20*%O$tCannot join %C22$1%C (%C20Channel is invite only%O)',
  },
  Invited: {
    classic: '-%C10-%C11-%O$tYou have been invited to %C11$1%C by %C11$2%C (%C11$3%C)',
    'xchat-2.4': '%C22*%O$tYou have been invited to%C26 $1%O by%C26 $2%C (%C26$3%C)',
    'hexchat-2.9.4': '%C24*%O$tYou have been invited to %C22$1%O by %C18$2%O (%C29$3%O)',
  },
  'Invited Other': {
    'hexchat-2.16': '%C24*%O$t%C26$3%C has been invited to %C22$1%O by %C18$2%O (%C29$4%O)',
  },
  Join: {
    classic: '-%C10-%C11>%O$t%B$1%B %C14(%C10$3%C14)%C has joined $2',
    'xchat-2.4': '%C19*%O$t%C19%B$1 %B($3) has joined $2',
    'hexchat-2.9.4': '%C23*$t$1 ($3) has joined',
    'hexchat-2.9.6': '%C23*$t$1 ($3%C23) has joined',
  },
  Keyword: {
    classic: '-%C10-%C11-%O$tCannot join%C11 %B$1 %O(Requires keyword).',
    'xchat-2.4': '%C22*%O$tCannot join%C26 %B$1 %O(Requires keyword).',
    'hexchat-2.9.4': '%C20*%O$tCannot join %C22$1%C (%C20Requires keyword%O)',
  },
  Kick: {
    classic: '<%C10-%C11-%O$t$1 has kicked $2 from $3 ($4%O)',
    'xchat-2.4': '%C21*%O$t%C21$1 has kicked $2 from $3 ($4%O%C21)',
    'hexchat-2.9.4': '%C22*%O$t%C26$1%C has kicked %C18$2%C from %C22$3%C (%C24$4%O)',
  },
  Killed: {
    classic: '-%C10-%C11-%O$tYou have been killed by $1 ($2%O)',
    'xchat-2.4': '%C22*%O$tYou have been killed by $1 ($2%O%C22)',
    'hexchat-2.9.4': '%C19*%O$t%C19You have been killed by %C26$1%C (%C20$2%O)',
  },
  Motd: {
    classic: '-%C10-%C11-%O$t$1%O',
    'xchat-2.4': '%C16*%O$t$1%O',
    'hexchat-2.9.4': '%C29*%O$t%C29$1%O',
  },
  'MOTD Skipped': {
    classic: '-%C10-%C11-%O$tMOTD Skipped.',
    'xchat-2.4': '%C22*%O$t%C22MOTD Skipped.',
    'hexchat-2.9.4': '%C29*%O$t%C29MOTD Skipped%O',
  },
  'Nick Clash': {
    classic: '-%C10-%C11-%O$t$1 already in use. Retrying with $2..',
    'xchat-2.4': '%C22*%O$t$1 already in use. Retrying with $2...',
    'hexchat-2.9.4': '%C23*%O$t%C28$1%C already in use. Retrying with %C18$2%O...',
    'hexchat-2.9.6': '%C23*%O$t%C28$1%C is already in use. Retrying with %C18$2%O...',
  },
  'Nick Erroneous': {
    'hexchat-2.9.6': '%C23*%O$t%C28$1%C is erroneous. Retrying with %C18$2%O...',
  },
  'Nick Failed': {
    classic: '-%C10-%C11-%O$tNickname already in use. Use /NICK to try another.',
    'xchat-2.4': '%C22*%O$tNickname already in use. Use /NICK to try another.',
    'hexchat-2.9.4': '%C20*%O$tNickname already in use. Use /NICK to try another.',
    'hexchat-2.9.6': '%C20*%O$tNickname is erroneous or already in use. Use /NICK to try another.',
  },
  'No DCC': {
    classic: '-%C10-%C11-%O$tNo such DCC.',
    'xchat-2.4': '%C22*%O$tNo such DCC.',
    'hexchat-2.9.4': '%C20*%O$tNo such DCC.',
  },
  'No Running Process': {
    classic: '-%C10-%C11-%O$tNo process is currently running',
    'xchat-2.4': '%C22*%O$tNo process is currently running',
    'hexchat-2.9.4': '%C23*%O$tNo process is currently running',
  },
  Note: {
    'hexchat-2.16': '%C22*%O$t$2%O',
  },
  'Note Command': {
    'hexchat-2.16': '%C22*%O$t$1: $3%O',
  },
  Notice: {
    classic: '%C12-%C13$1%C12-%O$t$2%O',
    'xchat-2.4': '%C28-%C29$1%C28-%O$t$2',
    'hexchat-2.9.4': '%O-%C18$1%O-$t$2',
  },
  'Notice Send': {
    classic: '%C3>%O$1%C3<%O$t$2%O',
    'xchat-2.4': '%C19>%O$1%C19<%O$t$2',
    'hexchat-2.9.4': '%O->%C18$1%O<-$t$2',
  },
  // behind the notice: older releases print both alike, and then it is one
  'Message Send': {
    classic: '%C3>%O$1%C3<%O$t$2%O',
    'xchat-2.4': '%C19>%O$1%C19<%O$t$2%O',
    'xchat-2.8': '%C19>%O$1%C19<%O$t$2',
    'hexchat-2.9.4': '%O>%C18$1%C<%O$t$2',
  },
  'Notify Away': {
    'hexchat-2.9.6': '%C23*%O$tNotify: %C18$1%C is away (%C24$2%O)',
  },
  'Notify Back': {
    'hexchat-2.9.6': '%C23*%O$tNotify: %C18$1%C is back',
  },
  'Notify Empty': {
    classic: '-%C10-%C11-%O$tNotify list is empty.',
    'xchat-2.4': '$tNotify list is empty.',
  },
  'Notify Header': {
    classic: '%C08,02 %B-- Notify List --------------- %O',
    'xchat-2.4': '%C24,18 %B  Notify List                           ',
    'hexchat-2.9.4': '%C16,17  Notify List                           ',
  },
  'Notify Number': {
    classic: '-%C10-%C11-%O$t$1 users in notify list.',
    'xchat-2.4': '%C22*%O$t$1 users in notify list.',
    'hexchat-2.9.4': '%C23*%O$t%C23$1%O users in notify list.',
  },
  'Notify Offline': {
    classic: '-%C10-%C11-%O$tNotify: $1 is offline ($2).',
    'xchat-2.4': '%C22*%O$tNotify: $1 is offline ($2).',
    'xchat-2.8': '%C22*%O$tNotify: $1 is offline ($3).',
    'hexchat-2.9.4': '%C23*%O$tNotify: %C18$1%C is offline (%C29$3%O)',
  },
  'Notify Online': {
    classic: '-%C10-%C11-%O$tNotify: $1 is online ($2).',
    'xchat-2.4': '%C22*%O$tNotify: $1 is online ($2).',
    'xchat-2.8': '%C22*%O$tNotify: $1 is online ($3).',
    'hexchat-2.9.4': '%C23*%O$tNotify: %C18$1%C is online (%C29$3%O)',
  },
  Part: {
    classic: '<%C10-%C11-%O$t$1 %C14(%O$2%C14)%C has left $3',
    'xchat-2.4': '%C23*%O$t%C23$1 (%O%C23$2) has left $3',
    'hexchat-2.9.4': '%C24*$t$1 has left',
    'hexchat-2.9.5': '%C24*$t$1 ($2) has left',
    'hexchat-2.9.6': '%C24*$t$1 ($2%C24) has left',
  },
  'Part with Reason': {
    classic: '<%C10-%C11-%O$t$1 %C14(%O$2%C14)%C has left $3 %C14(%O$4%C14)%O',
    'xchat-2.4': '%C23*%O$t%C23$1 (%O%C23$2) has left $3 (%O%C23$4)',
    'xchat-2.8': '%C23*%O$t%C23$1 (%O%C23$2) has left $3 (%O%C23%B%B$4%O%C23)',
    'hexchat-2.9.4': '%C24*%O$t%C18$1%C ($2) has left (%C24$4%O)',
    'hexchat-2.9.5': '%C24*$t$1 ($2) has left ($4)',
    'hexchat-2.9.6': '%C24*$t$1 ($2%C24) has left ($4)',
  },
  'Ping Reply': {
    classic: '-%C10-%C11-%O$tPing reply from $1 : $2 second(s)',
    'xchat-2.4': '%C22*%O$tPing reply from $1: $2 second(s)',
    'hexchat-2.9.4': '%C24*%O$tPing reply from%C18 $1%C: %C24$2%O second(s)',
    'hexchat-2.9.5': '%C24*%O$tPing reply from %C18$1%C: %C24$2%O second(s)',
  },
  'Ping Timeout': {
    classic: '-%C10-%C11-%O$tNo ping reply for $1 seconds, disconnecting.',
    'xchat-2.4': '%C22*%O$tNo ping reply for $1 seconds, disconnecting.',
    'hexchat-2.9.4': '%C20*%O$tNo ping reply for %C24$1%O seconds, disconnecting.',
  },
  'Private Action': {
    'xchat-2.8': '%C18**$t$3$1%O $2 %C18**',
  },
  'Private Action to Dialog': {
    'xchat-2.8': '%C18*$t$3$1%O $2',
  },
  'Private Message': {
    classic: '%C12*%C13$1%C12*$t%O$2%O',
    'xchat-2.4': '%C28*%C29$3$1%C28*$t%O$2',
    'hexchat-2.9.4': '%C18*%C18$3$1*%O$t$2',
  },
  'Private Message to Dialog': {
    classic: '%C2<%O$1%C2>%O$t$2%O',
    'xchat-2.4': '%C18%B%B$3$1%O$t$2',
    'xchat-2.8': '%C18%H<%H$3$1%H>%H%O$t$2',
  },
  'Process Already Running': {
    classic: '-%C10-%C11-%O$tA process is already running',
    'xchat-2.4': '%C22*%O$tA process is already running',
    'hexchat-2.9.4': '%C24*%O$tA process is already running',
  },
  Quit: {
    classic: '<%C10-%C11-%O$t$1 has quit %C14(%O$2%O%C14)%O',
    'xchat-2.4': '%C23*%O$t%C23$1 has quit (%O%C23$2)',
    'xchat-2.8': '%C23*%O$t%C23$1 has quit (%O%C23%B%B$2%O%C23)',
    'hexchat-2.9.4': '%C24*$t$1 has quit ($2)',
  },
  'Raw Modes': {
    classic: '-%C10-%C11-%O$t$1 sets modes%B %C14[%O$2%B%C14]%O',
    'xchat-2.4': '%C22*%O$t$1 sets modes%B %C30[%O$2%B%C30]',
    'hexchat-2.9.4': '%C24*%O$t%C26$1%C sets modes %C30[%C24$2%C30]%O',
  },
  'Receive Wallops': {
    classic: '%C12-%C13$1/Wallops%C12-%O$t$2%O',
    'xchat-2.4': '%C28-%C29$1/Wallops%C28-%O$t$2',
    'hexchat-2.9.4': '%O-%C29$1/Wallops%O-$t$2',
  },
  'Resolving User': {
    classic: '-%C10-%C11-%O$tLooking up IP number for%C11 $1%O..',
    'xchat-2.4': '%C22*%O$tLooking up IP number for%C26 $1%O...',
    'hexchat-2.9.4': '%C24*%O$tLooking up IP number for %C18$1%O...',
  },
  'SASL Authenticating': {
    'hexchat-2.9.4': '%C23*%O$tAuthenticating via SASL as %C18$1%O',
    'hexchat-2.9.6': '%C23*%O$tAuthenticating via SASL as %C18$1%O (%C24$2%O)',
  },
  'SASL Response': {
    'hexchat-2.9.4': '%C29*%O$t$4',
  },
  'Server Connected': {
    classic: '-%C10-%C11-%O$tConnected.',
    'xchat-2.4': '%C22*%O$t%C22Connected.',
    'hexchat-2.9.4': '%C29*%O$tConnected.',
  },
  'Server Error': {
    classic: '-%C10-%C11-%O$t$1%O',
    'xchat-2.4': '%C22*%O$t$1',
    'hexchat-2.9.4': '%C29*%O$t%C20$1%O',
  },
  'Server Lookup': {
    classic: '-%C10-%C11-%O$tLooking up %C11$1%C..',
    'xchat-2.4': '%C22*%O$t%C22Looking up $1',
    'hexchat-2.9.4': '%C29*%O$tLooking up %C29$1%O',
  },
  'Server Notice': {
    classic: '-%C10-%C11-%O$t$1%O',
    'xchat-2.4': '%C22*%O$t$1',
    'hexchat-2.9.4': '%C29*%O$t$1',
  },
  'Server Text': {
    classic: '-%C10-%C11-%O$t$1%O',
    'xchat-2.4': '%C22*%O$t$1',
    'hexchat-2.9.4': '%C29*%O$t$1',
  },
  'SSL Message': {
    'xchat-2.8': '%C22*%O$t$1',
    'hexchat-2.9.4': '%C29*%O$t$1',
  },
  'Stop Connection': {
    classic: '-%C10-%C11-%O$tStopped previous connection attempt (pid=$1)',
    'xchat-2.4': '%C22*%O$tStopped previous connection attempt (pid=$1)',
    'hexchat-2.9.4': '%C23*%O$tStopped previous connection attempt (%C24$1%O)',
  },
  Topic: {
    classic: '-%C10-%C11-%O$tTopic for %C11$1%C is %C11$2%O',
    'xchat-2.4': '%C29*%O$t%C29Topic for $1%C %C29is: $2',
    'hexchat-2.9.4': '%C22*%O$tTopic for %C22$1%C is: $2%O',
  },
  'Topic Change': {
    classic: '-%C10-%C11-%O$t$1 has changed the topic to: $2%O',
    'xchat-2.4': '%C22*%O$t$1 has changed the topic to: $2',
    'hexchat-2.9.4': '%C22*%O$t%C26$1%C has changed the topic to: $2%O',
  },
  'Topic Creation': {
    classic: '-%C10-%C11-%O$tTopic for %C11$1%C set by %C11$2%C at %C11$3%O',
    'xchat-2.4': '%C29*%O$t%C29Topic for $1%C %C29set by $2%C %C29at $3',
    'hexchat-2.9.4': '%C22*%O$tTopic for %C22$1%C set by %C26$2%C (%C24$3%O)',
  },
  'Unknown Host': {
    classic: '-%C10-%C11-%O$tUnknown host. Maybe you misspelled it?',
    'xchat-2.4': '%C22*%O$tUnknown host. Maybe you misspelled it?',
    'hexchat-2.9.4': '%C20*%O$tUnknown host. Maybe you misspelled it?',
  },
  'User Limit': {
    classic: '-%C10-%C11-%O$tCannot join%C11 %B$1 %O(User limit reached).',
    'xchat-2.4': '%C22*%O$tCannot join%C26 %B$1 %O(User limit reached).',
    'hexchat-2.9.4': '%C20*%O$tCannot join %C22$1%C (%C20User limit reached%O)',
  },
  'Users On Channel': {
    classic: '-%C10-%C11-%O$t%C11Users on $1:%C $2',
    'xchat-2.4': '%C22*%O$t%C26Users on $1:%C $2',
    'hexchat-2.9.4': '%C22*%O$tUsers on %C22$1%C: %C24$2%O',
  },
  Warn: {
    'hexchat-2.16': '%C23*%O$t$2%O',
  },
  'Warn Command': {
    'hexchat-2.16': '%C23*%O$t$1: $3%O',
  },
  'WhoIs Authenticated': {
    classic: '-%C10-%C11-%O$t%C12[%O$1%C12] %O$2 %C11$3%O',
    'xchat-2.4': '%C22*%O$t%C28[%O$1%C28] %O$2%C27 $3',
    'hexchat-2.9.4': '%C23*%O$t%C28[%C18$1%C28]%O $2 %C18$3%O',
  },
  'WhoIs Away Line': {
    classic: '-%C10-%C11-%O$t%C12[%O$1%C12] %Cis away %C14(%O$2%O%C14)',
    'xchat-2.4': '%C22*%O$t%C28[%O$1%C28] %Cis away %C30(%O$2%O%C30)',
    'hexchat-2.9.4': '%C23*%O$t%C28[%C18$1%C28]%C is away %C30(%C23$2%O%C30)%O',
  },
  'WhoIs Channel/Oper Line': {
    classic: '-%C10-%C11-%O$t%C12[%O$1%C12]%C $2',
    'xchat-2.4': '%C22*%O$t%C28[%O$1%C28]%O $2',
    'hexchat-2.9.4': '%C23*%O$t%C28[%C18$1%C28]%O $2',
  },
  'WhoIs End': {
    classic: '-%C10-%C11-%O$t%C12[%O$1%C12] %CEnd of WHOIS list.',
    'xchat-2.4': '%C22*%O$t%C28[%O$1%C28] %OEnd of WHOIS list.',
    'hexchat-2.9.4': '%C23*%O$t%C28[%C18$1%C28] %OEnd of WHOIS list.',
  },
  'WhoIs Identified': {
    classic: '-%C10-%C11-%O$t%C12[%O$1%C12] %O$2',
    'xchat-2.4': '%C22*%O$t%C28[%O$1%C28] %O$2',
    'xchat-2.8': '%C22*%O$t%C28[%O$1%C28]%O $2',
    'hexchat-2.9.4': '%C23*%O$t%C28[%C18$1%C28]%O $2',
  },
  'WhoIs Idle Line': {
    classic: '-%C10-%C11-%O$t%C12[%O$1%C12]%O idle %C11$2%O',
    'xchat-2.4': '%C22*%O$t%C28[%O$1%C28]%O idle%C26 $2',
    'hexchat-2.9.4': '%C23*%O$t%C28[%C18$1%C28]%O idle %C23$2%O',
  },
  'WhoIs Idle Line with Signon': {
    classic: '-%C10-%C11-%O$t%C12[%O$1%C12]%O idle %C11$2%O, signon: %C11$3%O',
    'xchat-2.4': '%C22*%O$t%C28[%O$1%C28]%O idle%C26 $2%O, signon:%C26 $3',
    'hexchat-2.9.4': '%C23*%O$t%C28[%C18$1%C28]%O idle %C23$2%O, signon: %C23$3%O',
  },
  'WhoIs Name Line': {
    classic: '-%C10-%C11-%O$t%C12[%O$1%C12] %C14(%O$2@$3%C14) %O: $4%O',
    'xchat-2.4': '%C22*%O$t%C28[%O$1%C28] %C30(%O$2@$3%C30)%O: $4',
    'hexchat-2.9.4': '%C23*%O$t%C28[%C18$1%C28] %C30(%C24$2@$3%C30)%O: %C18$4%O',
  },
  'WhoIs Real Host': {
    classic: '-%C10-%C11-%O$t%C12[%O$1%C12] %Oreal user@host %C11$2%O, real IP %C11$3%O',
    'xchat-2.4': '%C22*%O$t%C28[%O$1%C28] %Oreal user@host%C27 $2%O, real IP%C27 $3',
    'hexchat-2.9.4': '%C23*%O$t%C28[%C18$1%C28]%O Real Host: %C23$2%O, Real IP: %C30[%C23$3%C30]%O',
  },
  'WhoIs Server Line': {
    classic: '-%C10-%C11-%O$t%C12[%O$1%C12]%O $2',
    'xchat-2.4': '%C22*%O$t%C28[%O$1%C28]%O $2',
    'hexchat-2.9.4': '%C23*%O$t%C28[%C18$1%C28]%O %C29$2%O',
  },
  'WhoIs Special': {
    'xchat-2.8': '%C22*%O$t%C28[%O$1%C28]%O $2',
    'hexchat-2.9.4': '%C23*%O$t%C28[%C18$1%C28]%O $2',
  },
  'You Join': {
    classic: '-%C10-%C11>%O$t%BYou%B are now talking on %C11$2%O',
    'xchat-2.4': '%C19*%O$t%C19Now talking on $2',
    'hexchat-2.9.4': '%C19*%O$tNow talking on %C22$2%O',
  },
  'You Kicked': {
    classic: '-%C10-%C11-%O$tYou have been kicked from $2 by $3 ($4%O)',
    'xchat-2.4': '%C23*$tYou have been kicked from $2 by $3 ($4%O%C23)',
    'hexchat-2.9.4': '%C19*%O$tYou have been kicked from %C22$2%C by %C26$3%O (%C20$4%O)',
  },
  'You Part': {
    classic: '-%C10-%C11-%O$tYou have left channel $3',
    'xchat-2.4': '%C23*$tYou have left channel $3',
    'hexchat-2.9.4': '%C19*%O$tYou have left channel %C22$3%O',
  },
  'You Part with Reason': {
    classic: '-%C10-%C11-%O$tYou have left channel $3 %C14(%O$4%C14)%O',
    'xchat-2.4': '%C23*$tYou have left channel $3 (%O%C23$4%O%C23)',
    'xchat-2.8': '%C23*$tYou have left channel $3 (%O%C23%B%B$4%O%C23)',
    'hexchat-2.9.4': '%C19*%O$tYou have left channel %C22$3%C (%C24$4%O)',
  },
  'Your Action': {
    'xchat-2.8': '%C18*$t$1%O $2',
    'hexchat-2.9.4': '%C20*$t%B$1%B %C30$2%O',
  },
  'Your Invitation': {
    classic: "-%C10-%C11-%O$tYou're inviting %C11$1%C to %C11$2%C (%C11$3%C)",
    'xchat-2.4': "%C22*%O$tYou've invited%C26 $1%O to%C26 $2%O (%C26$3%O)",
    'hexchat-2.9.4': "%C20*%O$tYou've invited %C18$1%O to %C22$2%O (%C24$3%O)",
  },
  'Your Message': {
    classic: '%C6<%O$1%C6>%O$t$2%O',
    'xchat-2.4': '%C31%B%B$4$1%O$t%C30$2',
    'xchat-2.8': '%C31%H<%H$4$1%H>%H%O%C30$t$2',
    'hexchat-2.9.4': '%C20%H<%H$4$1%H>%H%O%C30$t$2%O',
  },
  'Your Nick Changing': {
    classic: '-%C10-%C11-%O$tYou are now known as $2',
    'xchat-2.4': '%C22*%O$tYou are now known as $2',
    'hexchat-2.9.4': '%C20*%O$tYou are now known as %C18$2%O',
  },
};
