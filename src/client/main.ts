// Everything here is extra: without it the page reads, links, folds and highlights.
import { rememberChoices } from './display.ts';
import { openForTarget } from './landing.ts';
import { readOutPresence } from './readout.ts';

rememberChoices();
openForTarget();
readOutPresence();
