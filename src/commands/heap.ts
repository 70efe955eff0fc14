import { setFlagsFromString } from 'node:v8';

/**
 * Lets the heap of this process grow to no more than twice what is live. By itself V8 lets it grow fourfold
 * where the machine has memory, whatever others there need.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=100');
}
