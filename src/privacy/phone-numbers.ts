// Telephone numbers as people of several countries write them. Numbers are of many kinds: these have a form that others hardly
// have, or a word before them that says what they are.
//
//   +358 40 123 4567   from anywhere (ITU-T E.123); 00358 40 123 4567
//   020 7946 0958      within a country, with the nought that is dialled before an area: 06 12 34 56 78, 089/12345678
//   (555) 234-5678     in North America; (11) 91234-5678 in Brazil; 8-916-123-45-67 in Russia
//   tel. 612345678     after a word, in any form

const FORMS: readonly RegExp[] = [
  /(?:\+|00(?=[1-9]\d{0,2}[ .\-/]))[1-9]\d{0,2}[ .\-/]?(?:\(\d{1,4}\)[ .\-/]?)?\d{1,4}(?:[ .\-/]?\d{2,4}){1,4}/,
  // Bytes in a row have neighbours.
  /(?<!\b(?!de )[\da-f]{2} )0[1-9](?<pair>[ .-])\d\d(?:\k<pair>\d\d){3}(?! [\da-f]{2}\b)/,
  /(?!0\d(?:[ .-]\d\d){4})(?:0[1-9]\d{0,3}(?: ?[./-] ?| )|\(0\d{1,4}\) ?)[1-9]\d{1,7}(?:(?<group>[ .-])\d{2,4}(?:\k<group>\d{2,4}){0,2})?/,
  /(?:1[ -]?)?\([2-9]\d{2}\) ?[2-9]\d{2}-\d{4}|(?:1[-.])?[2-9]\d{2}(?<part>[-.])[2-9]\d{2}\k<part>\d{4}/,
  /\([1-9]\d\) ?9\d{4}-\d{4}|8[ -]?(?:\(\d{3}\)|\d{3})[ -]?\d{3}-\d{2}-\d{2}/,
  /(?<=(?<!\p{L})(?:(?:tele|cell)?phone|mobile|cell|gsm|sms|whatsapp|(?:call|ring|text|phone|reach|sms) (?:me|him|her|us)|(?:my|his|her) number|telefon(?:nummer)?|handy(?:nummer)?|puh(?:elin)?|t[ée]l(?:[ée]phone)?|tel[ée]fono|m[óo]vil|celular|cellulare|telefone|телефон|тел)(?: (?:number|no|nr|nummer))?(?: (?:is|at|on|under|ist|est|es))?[ .:=#]{0,3})\+?\(?\d(?:[ .\-/()]{0,3}\d){6,14}/u,
];

/** Any of the forms, by itself. */
export const PHONE = new RegExp(
  String.raw`(?<![\w.+/=-]|\d )(?:${FORMS.map(({ source }) => source).join('|')})(?![\w-]|[ ./-]?\d)`,
  'dgiu',
);

const ADDRESS_OR_DATE = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\d{4}[-./]\d\d[-./]\d\d.*|\d\d[-./]\d\d[-./]\d{4}.*)$/;

/** True for as many digits as telephones have in such a form; without a sign between them they may be any number. */
export function isPhone(it: string): boolean {
  const digits = it.replace(/\D/g, '');
  const abroad = /^(?:\+|00)/.test(it);
  const fewest = abroad ? (/\d[ .\-/()]+\d/.test(it) ? 8 : 10) : digits.startsWith('0') ? 9 : 7;
  const most = !abroad && digits.startsWith('0') ? 11 : 15;
  const counts = (it.match(/(?<!\d)0\d/g) ?? []).length > 2;
  return (
    digits.length >= fewest && digits.length <= most && new Set(digits).size > 2 && !counts && !ADDRESS_OR_DATE.test(it)
  );
}
