// The log formats that Daybook reads. A new one is its own file beside this, a line here, and its fixtures in test/formats.
import type { LogFormat } from '../format.ts';
import xchatScrollback from './xchat-scrollback.ts';

export const FORMATS: readonly LogFormat[] = [xchatScrollback];
