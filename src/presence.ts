// Who was there, never claiming more than the log: the room's door.
//
//   each logger's lines → watch → blindSpots, watchersOf ─┐
//   the days of one history ──────────────────────────────┴→ presenceOfDay → withBack → stays and gaps of a day
export { EVER, lastGaps } from './presence/eye.ts';
export { watch } from './presence/sight.ts';
export { blindSpots } from './presence/blind.ts';
export type { OwnerSeen, Sight, SightState } from './presence/sight.ts';
export { addCounts, countsOf, isTelling, NO_COUNTS, recordsOf } from './presence/records.ts';
export type { Counts, Records } from './presence/records.ts';
export { ALWAYS, comingsOf, quietSpans } from './presence/quiet.ts';
export type { Comings } from './presence/quiet.ts';
export { joinedSpans, spansWithin, spanWithout } from './presence/spans.ts';
export type { Span } from './presence/spans.ts';
export { presenceOfDay } from './presence/stays.ts';
export { REACH } from './presence/beings.ts';
export { traced, tracesOf } from './presence/traces.ts';
export type { Telling, Trace } from './presence/traces.ts';
export { watchersOf, watchersWithin } from './presence/watchers.ts';
export type { Watchers } from './presence/watchers.ts';
export type { PresenceOfDay, PresenceState } from './presence/stays.ts';
export { gapsOfDay, partOf, withBack } from './presence/cut.ts';
export type { Back } from './presence/cut.ts';
export { netsplitsOf, splitServers } from './presence/netsplit.ts';
export type { CutOff, Netsplit } from './presence/netsplit.ts';
export { presenceFiles } from './presence/machine.ts';
export type { Month, PersonPresence, PresenceFile } from './presence/machine.ts';
export { meetingsOf, personStays } from './presence/person-stays.ts';
