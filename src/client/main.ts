// Everything here is extra: without it the page reads, links, folds and highlights.
import { rememberChoices } from './display.ts';
import { openForTarget } from './landing.ts';
import { holdLines } from './passage.ts';
import { readOutPresence } from './readout.ts';
import { seek } from './seek.ts';

holdLines();
rememberChoices();
openForTarget();
readOutPresence();
seek();
