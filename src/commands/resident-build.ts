// The process of resident.ts: builds as it is told, says on the console what a build says, and answers with the exit code.
import { build, type BuildOptions } from './build.ts';
import { recallParsed } from '../store.ts';
import { sayError, terminal } from './console.ts';

/** How long, in milliseconds, a build may go on that nobody waits for: given up, it would cost the next one all its memory. */
const GRACE = 3000;

recallParsed();
let building: Promise<unknown> = Promise.resolve();
process.on('message', (options: BuildOptions) => {
  building = build(options, terminal)
    .catch((error: unknown) => sayError(error, terminal))
    // Who asked may be gone before it is told.
    .then((code) => process.connected && process.send?.(code, () => undefined));
});
// Ctrl-C reaches every process of a terminal; the one that began this says when it is over.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => {
  setTimeout(() => process.exit(), GRACE);
  void building.then(() => process.exit());
});
