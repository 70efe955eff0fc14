// Which nicks and channel names are one: IRC's own idea of case.

/**
 * A nick or channel name in lower case by RFC 1459: A–Z, and `[ ] \ ^` as `{ } | ~`, since these are one key on a Swedish
 * keyboard (section 2.2; `^` as servers that announce `CASEMAPPING=rfc1459` have it). Other letters keep their case.
 */
export function lower(name: string): string {
  for (let index = 0; index < name.length; index++) if (isUpper(name.charCodeAt(index))) return lowered(name);
  return name;
}

/** `A` … `Z [ \ ] ^` follow each other, and `a` … `z { | } ~` 32 places behind them. */
const isUpper = (code: number): boolean => code >= 0x41 && code <= 0x5e;

const lowered = (name: string): string =>
  name.replace(/[A-Z[\]\\^]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 32));

/** True where two nicks or channel names are the same by RFC 1459. */
export function sameName(one: string, other: string): boolean {
  return one === other || lower(one) === lower(other);
}
