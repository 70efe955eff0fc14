// "Last message repeated N time(s).", in the languages that eggdrop comes with.
// Source: eggdrop 1.8, language/core.*.lang, 0x541. The French file is in Latin-1 and is written as it stands.

const SENTENCES: readonly RegExp[] = [
  /^Last message repeated (\d+) time\(s\)\.\s*$/u,
  /^Sidste besked gentaget (\d+) gange\s*$/u,
  /^Dernier message r.p.t. (\d+) fois\.\s*$/u,
  /^Viimeinen viesti toistettu (\d+) aika\(a\)\.\s*$/u,
  /^Die letzte Meldung wiederholte sich (\d+) mal\.\s*$/u,
  /^Ultima mensagem repetida (\d+) vez\(s\)\.\s*$/u,
];

/** More of a repeated line than any bot sees: a count out of bounds is not believed. */
const MOST_REPEATS = 10_000;

/** How often the sentence says that the line before it came again; 0 where the text is no such sentence. */
export function timesRepeated(text: string): number {
  for (const sentence of SENTENCES) {
    const times = Number(sentence.exec(text)?.[1] ?? 0);
    if (times > 0) return times <= MOST_REPEATS ? times : 0;
  }
  return 0;
}
