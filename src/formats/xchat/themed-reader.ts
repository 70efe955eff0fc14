// Reads what follows a stamp by the rules of an order of themes, with all its codes, without them, or with some of them.
import type { FileFacts } from '../../format.ts';
import { withoutAttributes } from './column.ts';
import { rulesOfLanguage } from './languages.ts';
import { looseReading } from './loose.ts';
import { ranked, textReader, worthOf, type ReadText, type Reading } from './reader.ts';
import { ownRules, releaseRules, type Bytes, type Theme } from './rules.ts';
import type { Variant } from './variant.ts';

/** Codes of formatting, as a raw log has them. */
export const CODES = /[\x00-\x08\x0b-\x1f]/u;
const EACH_CODE = new RegExp(CODES, 'gu');

/** Beyond this, no server lets anybody write. */
const LONGEST = 1000;

/**
 * Reads a raw or a stripped text, whichever it is, by the rules that this order of themes gives; without themes, by the rules that
 * say most. A raw text that no rule knows is tried again without regard to its attributes, then by its words alone.
 */
export function readerFor(
  facts: Pick<FileFacts, 'events'>,
  { themes, translated, language }: Pick<Variant, 'themes' | 'translated' | 'language'>,
): ReadText {
  const readers = new Map<Bytes, ReadText>();
  const by = (bytes: Bytes): ReadText => {
    const known = readers.get(bytes);
    if (known) return known;
    const all = [
      ...(facts.events ? ownRules(facts.events, bytes) : []),
      ...releaseRules(bytes),
      ...(bytes === 'lax' ? [] : rulesOfLanguage(bytes, language)),
    ];
    const rules = translated ? all : all.filter(({ sure }) => sure !== 'shape');
    const order: readonly Theme[] = themes.length > 0 ? ['own', ...themes] : [];
    const reader = textReader(ranked(rules, order), bytes === 'lax' ? withoutAttributes : undefined);
    readers.set(bytes, reader);
    return reader;
  };
  const classic = themes[0]?.startsWith('classic') === true;
  const readRaw = (text: string): Reading | undefined => {
    const reading = by('raw')(text);
    const other = reading === undefined || (classic && isBareNote(reading) && STAR.test(text));
    return other ? (by('lax')(text) ?? reading) : reading;
  };
  const readBytes = (text: string): Reading | undefined => {
    if (!CODES.test(text)) return by('stripped')(text);
    const reading = readRaw(text);
    const worth = reading === undefined ? -1 : worthOf(reading);
    // In a line that has all its codes, those of colours come first.
    if (worth === 3 || text.length > LONGEST || /^[^\t]*\x03/u.test(text)) return reading;
    const partly = readPartly(by('stripped'), text);
    return partly !== undefined && worthOf(partly) > worth ? partly : reading;
  };
  return (text) => {
    const reading = readBytes(text);
    return reading === undefined || isBareNote(reading) ? (looseReading(text) ?? reading) : reading;
  };
}

/**
 * Reads a text from which something took out the codes of colours, and not all others. What was said keeps its own; all else is read
 * without any.
 */
function readPartly(readStripped: ReadText, text: string): Reading | undefined {
  const [, left = '', right = text] = /^([^\t]*\t)(.*)$/su.exec(text) ?? [];
  const without = (part: string): string => part.replace(EACH_CODE, '');
  const read = (partly: string): Reading | undefined => {
    const reading = readStripped(partly);
    return reading !== undefined && isBareNote(reading) ? undefined : reading;
  };
  const coded = read(without(left) + right);
  if (coded?.rule.sure === 'told' && coded.rule.meaning?.said) return coded;
  const bare = read(without(text));
  return bare === undefined || (coded !== undefined && worthOf(bare) < worthOf(coded)) ? coded : bare;
}

/** A star of any colour, behind which the classic theme tells only what somebody does. */
const STAR = /^[\d\x00-\x1f]*\*[\d\x00-\x08\x0a-\x1f]*\t/u;

/** Words after a known sign that no release has there. */
const isBareNote = ({ rule }: Reading): boolean => rule.meaning === undefined && rule.sure === 'open';
