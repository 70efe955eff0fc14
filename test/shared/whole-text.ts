import type { Text } from '../../src/shared/text-room.ts';

/** A text that may be in pieces as one string. */
export const wholeText = (text: Text): string => [text].flat().join('');
