// What of a published line may be nobody's business: secrets that somebody pasted, and what tells of a person. Rules find what
// looks like it, and a person decides; they are made to miss some rather than to cry at every line.
//
//   an expression finds   →   a check leaves out what only looks like it (checksums, words, examples)
import type { Entry } from '../events.ts';
import { bareOf } from './replace.ts';

export interface SensitiveRule {
  readonly name: string;
  /** What it finds, with its article. */
  readonly title: string;
  /** A line in which it finds something. */
  readonly example: string;
  /** With the flags `d` and `g`; what is to be covered is the group `it`, or all that matches. */
  readonly pattern: RegExp;
  /** False for what only looks like it. */
  readonly isIt?: (it: string) => boolean;
}

/** Something that a line shows: characters `[from, to)` of the text without its codes. */
export interface Sensitive {
  readonly rule: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What stands where a password would in a sentence about passwords. */
const NO_PASSWORD =
  /^(?:(?:your|my|the|new|old|user|db|root|some|any|same)?[-_ ]?(?:pass(?:word|wd|phrase)?|pwd|secret|token|key|value)s?|x+|\*+|\.+|…+|<.*|\[.*|\{.*|\$.*|%.*|wrong|incorrect|required|needed|expired|empty|blank|invalid|optional|protected|prompt(?:ed)?|field|hash(?:ed)?|files?|compat|stored|unknown|none|null|true|false|undefined|changeme|example|yes|not?|sent|correct|too|also|still|only|always|never|here|there|this|that|what|when|with|from|auth\w*|login|reset|less|manager|policy)[.,;:!?)\]'"]*$/i;

/** A path is none: `pwd` prints them. */
const isPassword = (it: string): boolean => !NO_PASSWORD.test(it) && !/^(?:[.~]{0,2}\/|https?:)/i.test(it);

/** Said of a password without a sign between: words go on a sentence, passwords have digits or signs in them. */
const isOddWord = (it: string): boolean =>
  isPassword(it) && /\d|[^\p{L}'’.,;:!?()-]|\p{Ll}\P{L}*\p{Lu}/u.test(it.replace(/[.,;:!?)]+$/, ''));

/** Keys are long, and have letters and digits; words have no digits, and numbers no letters. */
const isKey = (it: string): boolean => /\d/.test(it) && /[a-z]/i.test(it) && new Set(it).size >= 8;

/** The check digit of payment cards: ISO/IEC 7812-1, annex B. */
function isCard(it: string): boolean {
  const digits = it.replace(/\D/g, '');
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0 && new Set(digits).size > 1;
}

/** The check digits of account numbers: ISO 13616, ISO/IEC 7064 MOD 97-10. */
function isAccount(it: string): boolean {
  const plain = it.replace(/ /g, '');
  if (plain.length < 15 || plain.length > 34) return false;
  const turned = `${plain.slice(4)}${plain.slice(0, 4)}`;
  let rest = 0;
  for (const char of turned) rest = Number(`${rest}${Number.parseInt(char, 36)}`) % 97;
  return rest === 1;
}

/** Domains that are nobody's (RFC 2606, RFC 6761), units of systemd, and names that stand for a service or for nobody. */
const NO_ONES =
  /(?:^|[.@])(?:example(?:\.(?:com|net|org))?|invalid|test|localhost|local|localdomain|internal|service|socket|timer|target|mount)$/i;
const SERVICE = /^(?:git|hg|svn|cvs|ssh|anoncvs|anonymous|root|user|username|you|name|me|no-?reply|foo|bar|x+)@/i;

const isMail = (it: string): boolean => !NO_ONES.test(it) && !SERVICE.test(it);

/** Numbers that telephones have (ITU-T E.164: fifteen digits at most); those without a sign between them may be any number. */
function isPhone(it: string): boolean {
  const digits = it.replace(/\D/g, '');
  return digits.length <= 15 && digits.length >= (/\d[ .\-/()]+\d/.test(it) ? 8 : 10) && new Set(digits).size > 2;
}

/** An address of the open network (RFC 6890); versions of programs begin with smaller numbers. */
function isPublicAddress(it: string): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = it.split('.').map(Number);
  if ([a, b, c, d].some((part) => part > 255) || it.split('.').some((part) => /^0\d/.test(part))) return false;
  if (a < 11 || a === 127 || a > 223) return false;
  const reserved = [a === 100 && b >= 64 && b < 128, a === 169 && b === 254, a === 172 && b >= 16 && b < 32];
  const documents = [
    a === 192 && b === 0,
    a === 192 && b === 168,
    a === 198 && (b === 18 || b === 19 || b === 51),
    a === 203 && b === 0 && c === 113,
  ];
  return ![...reserved, ...documents].includes(true) && !(b === 0 && c === 0);
}

const SECRETS: readonly SensitiveRule[] = [
  {
    name: 'private-key',
    title: 'a private key',
    example: '-----BEGIN OPENSSH PRIVATE KEY----- b3BlbnNzaC1rZXktdjEAAAAABG5v',
    pattern: /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?<it>[^]{0,4000})/dg,
  },
  {
    name: 'access-token',
    title: 'a token of a service',
    example: 'it works with ghp_0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R',
    pattern:
      /(?<![\w-])(?:(?:AKIA|ASIA)[A-Z2-7]{16}|gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_\w{40,255}|glpat-[\w-]{20,64}|xox[abeprs]-[\w-]{10,255}|AIza[\w-]{35}|[rs]k_live_[A-Za-z0-9]{16,255}|npm_[A-Za-z0-9]{36}|pypi-[\w-]{50,255}|SG\.[\w-]{16,64}\.[\w-]{16,64})(?!\w)|hooks\.slack\.com\/services\/[\w/]{20,100}/dg,
  },
  {
    name: 'web-token',
    title: 'a web token (JWT)',
    example: 'Cookie: s=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ3cmVuIn0.c2lnbmF0dXJlLTEyMw',
    pattern: /(?<!\w)eyJ[\w-]{8,2000}\.eyJ[\w-]{8,2000}\.[\w-]{8,2000}/dg,
  },
  {
    name: 'key-said',
    title: 'a key or token of a program',
    example: 'try api_key=9f86d081884c7d659a2feaa0c55ad015 please',
    pattern:
      /(?<![a-z])(?:(?:api|access|secret|private|auth|client|encryption|deploy|bearer)[ _-]?(?:key|token|secret)|authorization: {0,3}(?:bearer|basic|token))["']?(?: {0,3}(?:is|=|:) {0,3}| )["'`]?(?<it>[\w+/=.-]{16,200})/dgi,
    isIt: isKey,
  },
  {
    name: 'password-in-address',
    title: 'a password in an address',
    example: 'svn co https://wren:tide4pool@svn.saltnet.org/limpet',
    pattern: /(?<![a-z0-9])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,100}:(?<it>[^\s/@]{1,100})@[\w.-]{1,200}/dgi,
    isIt: isPassword,
  },
  {
    name: 'password-said',
    title: 'a password that is said',
    example: 'the password is tide4pool, for now',
    pattern:
      /(?<![\p{L}\p{N}_])(?:pass(?:word|wd|phrase|code)|pwd|passwort|kennwort|mot de passe|contraseña|senha|wachtwoord|lösenord|пароль)(?: for [\p{L}\p{N}_.-]{1,40}| on [\p{L}\p{N}_.-]{1,40})? (?:is|was|ist|est|es|är)(?: now| set to| still)? ["'`]?(?<it>[^\s"'`]{4,100})/dgiu,
    isIt: isOddWord,
  },
  {
    name: 'password-written',
    title: 'a password that is written',
    example: 'login: wren password: tidepool',
    pattern:
      /(?<![\p{L}\p{N}_])(?:[\p{L}\p{N}_]{0,30}_)?(?:(?:pass(?:word|wd|phrase|code)|pwd|passwort|kennwort|contraseña|senha|wachtwoord|lösenord|пароль)["']?(?: {0,3}= {0,3}|: {0,3})|pass {0,3}= {0,3})["'`]?(?<it>[^\s"'`]{4,100})/dgiu,
    isIt: isPassword,
  },
  {
    name: 'services-password',
    title: 'a password for services of the network',
    example: '/msg NickServ identify tide4pool',
    pattern:
      /(?<![\p{L}\p{N}_])(?:(?:nickserv|chanserv|authserv|memoserv|ns|cs|userserv|q@cserve\.quakenet\.org|x@channels\.undernet\.org):? {1,3}(?:identify|id|register|ghost|recover|release|regain|auth|login|set password)|^ {0,3}\/?(?:identify|nickserv)|^ {0,3}\/oper {1,3}\S{1,60}) {1,3}(?<it>[^\s<>[\]]{3,100}(?: [^\s<>[\]]{3,100})?)$/dgimu,
    isIt: isPassword,
  },
  {
    name: 'password-hash',
    title: 'the hash of a password',
    example: 'shadow says $6$saltsalt$qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDzlB5KiA2',
    pattern: /\$(?:1|2[abxy]?|5|6|7|y|argon2(?:id|i|d))\$[\w./$=,+-]{20,200}/dg,
  },
];

const PERSONAL: readonly SensitiveRule[] = [
  {
    name: 'mail-address',
    title: 'an e-mail address',
    example: 'mail me at wren.ahola@saltnet.org',
    pattern:
      /(?<![\w.+/@%-]|\/\/[^\s/:@]{1,100}:)[\w.+-]{1,64}@(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}[a-z]{2,24}(?![\w@-])/dgi,
    isIt: isMail,
  },
  {
    name: 'phone-number',
    title: 'a telephone number',
    example: 'or call +358 40 123 4567',
    pattern:
      /(?<![\w.+/=-])(?:\+[1-9]\d{0,2}[ .\-/]?(?:\(\d{1,4}\)[ .\-/]?)?\d{1,4}(?:[ .\-/]?\d{2,4}){1,4}|\([2-9]\d{2}\) ?[2-9]\d{2}-\d{4}|[2-9]\d{2}([-.])[2-9]\d{2}\1\d{4})(?![\w-]|\.\d)/dg,
    isIt: isPhone,
  },
  {
    name: 'account-number',
    title: 'a bank account (IBAN)',
    example: 'pay to FI21 1234 5600 0007 85',
    pattern: /(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)/dg,
    isIt: isAccount,
  },
  {
    name: 'card-number',
    title: 'a payment card',
    example: 'my card is 5500 0000 0000 0004',
    pattern:
      /(?<![\w.-])(?:4\d{3}|5[1-5]\d{2}|2[2-7]\d{2}|6\d{3}|3[47]\d{2})(?:[ -]?\d{4}){2}[ -]?\d{3,4}(?![\w-]|\.\d)/dg,
    isIt: isCard,
  },
  {
    name: 'network-address',
    title: 'an address of a computer (IPv4)',
    example: 'I come from 85.23.14.7 today',
    pattern: /(?<![\w.:/-])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\w-]|\.\d)/dg,
    isIt: isPublicAddress,
  },
];

/** What `check` looks for, secrets first; docs/check.md lists all of it. */
export const SENSITIVE_RULES: readonly SensitiveRule[] = [...SECRETS, ...PERSONAL];

/** What of an entry's texts may be nobody's business, in the order of the rules. */
export function sensitiveIn(entry: Entry): readonly Sensitive[] {
  const { text, reason } = entry as { readonly text?: string; readonly reason?: string };
  return [text, reason].flatMap((shown) => (shown === undefined ? [] : sensitiveInText(bareOf(shown))));
}

/** Whatever a rule finds has one of these; few lines do, and the rules together take twenty times as long. */
const SIGN =
  /\d[\d .()/-]{5}\d|\d\.\d|@|-----BEGIN|eyJ|\$\w{1,8}\$|gh[pousr]_|github_pat|glpat-|xox|AIza|AKIA|ASIA|_live_|npm_|pypi-|SG\.|slack\.com|[A-Z]{2}\d\d|pass|pwd|wort|woord|senha|enord|contrase|пароль|serv|identify|oper |\b[nc]s |secret|token|key|authorization/i;

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
