// A scrollback without colours: something took them out with their digits, or the owner's theme has none.
//
//   T 1380742174 <marta>⇥the tide has turned
//   T 1380786436 *⇥marta (~marta@host.example) has joined #boatyard
//
// Only colours tell a theme's actions from its events; without them the lines are those of a text log. Other codes may be left.
import type { Event } from '../../events.ts';
import type { FileFacts } from '../../format.ts';
import { logSentences } from './log-sentences.ts';
import { survey } from './log-style.ts';

/** The word for such a file, before those of a text log's style. */
const PLAIN = 'plain';

/** Whether a file is such a one, by its variant. */
export const isPlain = ({ variant }: FileFacts): boolean => variant?.split(' ')[0] === PLAIN;

/** Codes but those of colours. */
const CODE = String.raw`[\x00-\x02\x04-\x08\x0b-\x1f]`;
const EACH_CODE = new RegExp(CODE, 'gu');

/** Somebody speaks, in brackets without colours. */
const SAID = new RegExp(
  String.raw`^${CODE}*<${CODE}*[~&@%+]?${CODE}*[^\s\d<>\x00-\x1f][^\s<>\x00-\x1f]*${CODE}*>${CODE}*[\t ]`,
  'u',
);

/** A colour before a sign or a nick, or within the signs of an event. */
const COLOURED = /^[^\t]*\x03|^\d\d?[^\p{L}\d\s]|^[-<]\d\d-\d\d[->]\t|^[^\s\d]{1,2}\t\d\d[^\s\d]/u;

/** Somebody comes, behind a sign without colours. */
const COMING = /^[^\p{L}\p{N}\t]{1,8}\t\S+ [([]\S+@\S+[)\]] has joined/u;

/** So many lines settle it, and more than so great a part of them with colours says no. */
const ENOUGH = 2000;
const FEW = 0.05;

/** What the lines of a file settle, where it has no colours. */
export interface PlainSurvey {
  readonly see: (text: string) => void;
  /** Undefined of a file with colours, or in which nobody speaks. */
  readonly facts: () => Pick<FileFacts, 'variant' | 'owner' | 'events'> | undefined;
}

/** Looks at what follows the stamps. */
export function plainSurvey(given: FileFacts): PlainSurvey {
  const { see, facts } = survey(given);
  let [plain, other, coloured] = [0, 0, 0];
  let came = false;
  return {
    see(text) {
      if (plain + other + coloured >= ENOUGH || coloured > FEW * ENOUGH) return;
      if (COLOURED.test(text)) coloured++;
      else if (SAID.test(text)) plain++;
      else other++;
      came ||= COMING.test(text);
      see({ number: plain + other + coloured, text: withoutCodes(text) });
    },
    facts() {
      const { variant = '', owner, events } = facts();
      // in signs of the owner's own, which digits would show to be coloured
      const signed = came && /^(?:[^\d$]|\$\d)+\$t/u.test(events?.['Channel Message'] ?? '');
      const spoken = signed ? plain + other : plain;
      if (spoken === 0 || coloured > FEW * spoken) return undefined;
      return { variant: `${PLAIN} ${variant}`, ...(owner !== undefined && { owner }), ...(events && { events }) };
    },
  };
}

const withoutCodes = (text: string): string => text.replace(EACH_CODE, '');

/** Reads what follows the stamp; what was said keeps its codes. Undefined where nothing is known of it. */
export function plainReader(facts: FileFacts): (text: string) => readonly Event[] | undefined {
  const [, ...style] = facts.variant?.split(' ') ?? [];
  const read = logSentences({ ...facts, variant: style.join(' ') });
  return (text) => {
    const said = SAID.exec(text)?.[0];
    if (said === undefined) return read(withoutCodes(text));
    const at = said.length - 1;
    return read(withoutCodes(text.slice(0, at)) + text.slice(at));
  };
}
