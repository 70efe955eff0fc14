// What of a published line may be nobody's business: secrets that somebody pasted, and what tells of a person. Rules find what
// looks like it, and a person decides; they are made to miss some rather than to cry at every line.
//
//   an expression finds   →   a check leaves out what only looks like it (checksums, words, examples)
import type { Entry } from '../events.ts';
import { PERSONAL } from './personal.ts';
import { bareOf } from './replace.ts';
import { SECRETS } from './secrets.ts';
import type { SensitiveRule } from './sensitive-rule.ts';

/** Something that a line shows: characters `[from, to)` of the text without its codes. */
export interface Sensitive {
  readonly rule: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What `check` looks for, secrets first; docs/check.md lists all of it. */
export const SENSITIVE_RULES: readonly SensitiveRule[] = [...SECRETS, ...PERSONAL];

/** What of an entry's texts may be nobody's business, in the order of the rules. */
export function sensitiveIn(entry: Entry): readonly Sensitive[] {
  const { text, reason } = entry as { readonly text?: string; readonly reason?: string };
  return [text, reason].flatMap((shown) => (shown === undefined ? [] : sensitiveInText(bareOf(shown))));
}

/** Whatever a rule finds has one of these; few lines do, and the rules together take twenty times as long. */
const SIGN =
  /\d[\d .()/-]{5}\d|\d\.\d|@|[[({<] ?at ?[\])}>]| dot |\b[23][\da-f]{3}:|-----BEGIN|eyJ|\$\w{1,8}\$|gh[pousr]_|github_pat|\bgl[a-z]{2,5}-|xox|xapp-|AIza|ya29|AKIA|ASIA|_live_|\bsk-|npm_|pypi-|\bhf_|dckr_|do[opr]_v1|shp[a-z]{2}_|SG\.|:AA|[MNO][\w-]{23}|slack\.com|discord|google\.com|dropbox|1drv|we\.tl|whatsapp|t\.me|zoom\.us|[?#;&](?:sid|auth)|sess|signature|credential|[A-Z]{2}\d\d|pass|pwd|\bpw\b|psk|wort|woord|senha|enord|contrase|пароль|adgangs|salasana|heslo|hasło|jelsz|密|パス|비밀|serv|identify|mysql|mariadb|curl|wget|^ {0,3}\/|\b[nc]s |secret|token|key|authorization/im;

/** What of a text without codes may be nobody's business, in the order of the rules. */
export function sensitiveInText(text: string): readonly Sensitive[] {
  if (!SIGN.test(text)) return [];
  return SENSITIVE_RULES.flatMap(({ name, pattern, isIt }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [from, to] = match.indices?.groups?.['it'] ?? [match.index, match.index + match[0].length];
      return isIt?.(text.slice(from, to)) === false ? [] : [{ rule: name, text, from, to }];
    }),
  );
}
