// The process of resident.ts: builds as it is told, says on the console what a build says, and answers with the exit code.
import { build, type BuildOptions } from './build.ts';
import { sayError, terminal } from './console.ts';

process.on('message', (options: BuildOptions) => {
  void build(options, terminal)
    .catch((error: unknown) => sayError(error, terminal))
    .then((code) => process.send?.(code));
});
process.on('disconnect', () => process.exit());
