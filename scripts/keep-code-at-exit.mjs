// Loaded before the program: once that ends, the code of all that it ran is kept.
import { keepCode } from '../build/program/load.js';

process.once('exit', keepCode);
