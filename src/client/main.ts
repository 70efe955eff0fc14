// Everything here is extra: without it the page reads, links, folds and highlights.
import { rememberChoices } from './display.ts';
import { holdLines } from './passage.ts';
import { readOutPresence } from './readout.ts';
import { seek } from './seek.ts';

holdLines();
rememberChoices();
readOutPresence();
seek();
