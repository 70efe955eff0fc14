// One stage of a build alone, for an archive folder; what it did is printed as JSON.
//
//   node scripts/bench/stage.mjs parse CONTENT CACHE    logs → events at their instants, and an index of their days
//   node scripts/bench/stage.mjs data CONTENT CACHE     logs → store
//   node scripts/bench/stage.mjs merge CONTENT CACHE    several loggers' days, read beforehand → one history
import { tuneEngine } from '../../build/js/program/engine.js';
import { FORMATS, FORMAT_NAMES } from '../../build/js/formats/index.js';
import { gatherDay } from '../../build/js/gather.js';
import { makeArchive, surveyArchive } from '../../build/js/pipeline/archive.js';
import { indexFiles } from '../../build/js/pipeline/indexes.js';
import { loggersOf } from '../../build/js/pipeline/loggers.js';
import { readSettings } from '../../build/js/settings.js';
import { openState } from '../../build/js/state.js';
import { zoneOf } from '../../build/js/time.js';

const [stage, content = '', cache = ''] = process.argv.slice(2);
// As a build does.
tuneEngine();
const settings = readSettings(content, FORMAT_NAMES);
const state = /** @type {import('../../build/js/pipeline/archive.js').ArchiveInput['state']} */ (
  openState(cache, 'bench')
);
const input = { folder: content, settings, state };

async function indexed() {
  const files = await surveyArchive(input);
  const given = { folder: content, settings, formats: FORMATS, key: settings.zone, memory: {}, parts: state.parts };
  return Promise.all(files.plan.channels.map((plan) => indexFiles(plan, files, given)));
}

/** Each day as a build gathers it: its loggers' lines are in hand when the clock starts. */
async function merged() {
  const zone = zoneOf(settings.zone);
  let [lines, entries, seconds] = [0, 0, 0];
  for (const files of await indexed()) {
    const loggers = await loggersOf(files, zone, (_, find) => find());
    /** @type {import('../../build/js/gather.js').Carry | undefined} */
    let carry;
    for (const date of [...new Set(loggers.flatMap((logger) => logger.dates))].sort()) {
      const day = zone.dayOf(date);
      for (const logger of loggers) {
        lines += (await logger.eventsOf(date)).length;
        await logger.eventsOf(zone.dayAt(day.end).date);
      }
      const began = performance.now();
      const gathered = await gatherDay(day, loggers, [zone], carry);
      seconds += (performance.now() - began) / 1000;
      entries += gathered.entries.length;
      ({ carry } = gathered);
    }
    for (const logger of loggers) await logger.close();
  }
  return { lines, entries, seconds };
}

if (stage === 'parse') {
  const blocks = (await indexed()).flat().flatMap(({ index }) => index.blocks);
  console.log(JSON.stringify({ lines: blocks.reduce((sum, { lines }) => sum + lines, 0) }));
} else if (stage === 'data') {
  const { memory } = await makeArchive(input);
  console.log(JSON.stringify({ logs: Object.keys(memory.files).length }));
} else if (stage === 'merge') console.log(JSON.stringify(await merged()));
else throw new Error(`${stage} is no stage: parse, data or merge was expected.`);
