// The rules of the sentences that a client writes in another language than English, by its own catalogues (translations.ts).
//
// They are tried like the releases' own, but only those of the language that the file's lines settle: a person's words in one
// language may be a client's sentence in another.
import { addTo } from '../../shared/lists.ts';
import { printed } from './format-string.ts';
import { RELEASES, type Release } from './event-strings.ts';
import { rulesOfString, stringsOf, type Bytes, type Drafted, type Rule } from './rules.ts';
import { BANNERS, TRANSLATIONS } from './translations.ts';

/** The languages whose sentences are known. */
export const LANGUAGES: ReadonlySet<string> = new Set(Object.keys(TRANSLATIONS));

/** How a rule's sentences stand in a log: with colours or their digits, or (`printed`) without either. */
type Written = Exclude<Bytes, 'lax'>;

interface Sentence extends Drafted {
  readonly languages: string[];
}

/** What a translation keeps of an event's format string: its codes, in any order. */
const kept = (event: string, format: string): string =>
  `${event} ${(format.match(/%(?:C\d*|[BOUIRSH])/gu) ?? []).sort().join('')}`;

/** The releases by what a translation keeps of their strings. */
function releasesByCodes(): ReadonlyMap<string, readonly Release[]> {
  const releases = new Map<string, Release[]>();
  for (const release of RELEASES) {
    for (const [event, format] of stringsOf(release)) addTo(releases, kept(event, format), release);
  }
  return releases;
}

const tables = new Map<Written, readonly Rule[]>();

/** The rules of all languages, what several write alike only once; made when the first file needs them. */
export function foreignRules(written: Written): readonly Rule[] {
  const known = tables.get(written);
  if (known) return known;
  const releases = releasesByCodes();
  const sentences = new Map<string, Sentence>();
  for (const [language, events] of Object.entries(TRANSLATIONS)) {
    for (const [event, formats] of Object.entries(events)) {
      for (const full of formats) {
        const format = written === 'printed' ? printed(full) : full;
        const key = `${event}\n${format}`;
        const sentence = sentences.get(key) ?? {
          ...{ event, format, twin: false, languages: [] },
          themes: written === 'printed' ? (['own'] as const) : (releases.get(kept(event, full)) ?? []),
        };
        sentence.languages.push(language);
        sentences.set(key, sentence);
      }
    }
  }
  const rules = [...sentences.values()].flatMap((sentence) =>
    rulesOfString(sentence, written)
      .filter(({ sure }) => sure === 'told')
      .map((rule): Rule => ({ ...rule, languages: sentence.languages })),
  );
  tables.set(written, rules);
  return rules;
}

/** The rules of one language; none where no catalogue of it is known. */
export function rulesOfLanguage(written: Written, language: string | undefined): readonly Rule[] {
  if (language === undefined) return [];
  return foreignRules(written).filter(({ languages }) => languages?.includes(language));
}

/** The languages whose catalogue has these words around a banner's date, `%s`. */
export function languagesOfBanner(words: string): readonly string[] {
  return Object.entries(BANNERS).flatMap(([language, banners]) => (banners.includes(words) ? [language] : []));
}
