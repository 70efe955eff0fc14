import { FORMATS as formats } from '../src/formats/index.ts';

/** Every log format, loaded. */
export const FORMATS = await formats.all();
