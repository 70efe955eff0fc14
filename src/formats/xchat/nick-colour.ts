// The colour that XChat and HexChat give a nick ("colored nicks"): it stands before the nick in messages and actions of others.
//
//   nils -> 27    marta -> 22    zoe -> 20    Henry151 -> 24
//
// Source: `color_of` in HexChat 2.16 (src/common/inbound.c): the sum of the nick's bytes, modulo nine, picks from a table. They are
// summed as C's chars: signed ones, reduced as an unsigned number of 64 bits (older machines: 32), or, on ARM, unsigned ones.

/** The table, as two digits each. */
export const NICK_COLOURS: readonly string[] = ['19', '20', '22', '24', '25', '26', '27', '28', '29'];

const encoder = new TextEncoder();

/** True when the colour is the one the client gives this nick; always false for colours that it gives nobody. */
export function isColourOf(colour: string, nick: string): boolean {
  const at = NICK_COLOURS.indexOf(colour);
  if (at === -1) return false;
  let [signed, unsigned] = [0, 0];
  for (const byte of encoder.encode(nick)) {
    unsigned += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  if (unsigned % 9 === at) return true;
  if (signed >= 0) return signed % 9 === at;
  const sum = BigInt(signed);
  return Number(BigInt.asUintN(64, sum) % 9n) === at || Number(BigInt.asUintN(32, sum) % 9n) === at;
}
