// Formatting codes that clients put between the characters of what people say.
//
//   ^B bold  ^] italic  ^_ underline  ^^ strike  ^Q monospace  ^V reverse  ^O off  ^C colour  ^D hex colour
//
// https://modern.ircdocs.horse/formatting

const CODES =
  /\x03(?:[0-9]{1,2}(?:,[0-9]{1,2})?)?|\x04(?:[0-9a-fA-F]{6}(?:,[0-9a-fA-F]{6})?)?|[\x02\x0f\x11\x16\x1d\x1e\x1f]/g;

/** The text as a person read it: without formatting codes, nothing else changed. */
export function plain(text: string): string {
  return /[\x02-\x04\x0f\x11\x16\x1d-\x1f]/.test(text) ? text.replace(CODES, '') : text;
}
