// Rules of what tells of a person.
import { isPhone, PHONE } from './phone-numbers.ts';
import type { SensitiveRule } from './sensitive-rule.ts';

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
const SERVICE =
  /^(?:git|hg|svn|cvs|ssh|anoncvs|\w+serv|anonymous|root|user|username|you|name|me|no-?reply|foo|bar|x+)@/i;

const isMail = (it: string): boolean => {
  const plain = it.replace(/\s*[[({<]?\b(?:at|dot)\b[\])}>]?\s*/gi, (word) => (/at/i.test(word) ? '@' : '.'));
  return !NO_ONES.test(plain) && !SERVICE.test(plain);
};

/** An address of the open network (RFC 6890, RFC 3849); versions of programs begin with smaller numbers. */
function isPublicAddress(it: string): boolean {
  if (it.includes(':')) return (it.includes('::') || it.split(':').length === 8) && !/^2001:0?db8:/i.test(it);
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

export const PERSONAL: readonly SensitiveRule[] = [
  {
    name: 'mail-address',
    title: 'an e-mail address',
    example: 'mail me at wren.ahola@saltnet.org',
    pattern:
      /(?<![\w.+/@%-]|\/\/[^\s/:@]{1,100}:)[\w.+-]{1,64}(?:@| {0,2}[[({<] ?at ?[\])}>] {0,2}| at (?=[\w-]{1,63} dot ))(?:[a-z0-9][a-z0-9-]{0,62}(?:\.| {0,2}[[({<] ?dot ?[\])}>] {0,2}| dot )){1,8}[a-z]{2,24}(?![\w@-]| dot\b)/dgi,
    isIt: isMail,
  },
  {
    name: 'phone-number',
    title: 'a telephone number',
    example: 'or call +358 40 123 4567',
    pattern: PHONE,
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
    title: 'an address of a computer (IPv4, IPv6)',
    example: 'I come from 85.23.14.7 today',
    pattern:
      /(?<![\w.:-]|(?<!https?:\/)\/)\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\w-]|\.\d)|(?<![\w.:-])[23][0-9a-f]{3}(?::[0-9a-f]{0,4}){2,7}(?![\w:])/dgi,
    isIt: isPublicAddress,
  },
];
