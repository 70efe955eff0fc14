// What tells the halves of the day where clocks count to twelve, as clients write it: `AM`, `p.m.`, `오후`, `下午`, `午前`, `μ.μ.`.
// Words of Latin letters alone are of English and Spanish: those of others (`de`, `sa`) may be what somebody said.

/** A half of the day; with a blank in it only behind a dot, as in Spanish. */
export const HALF = String.raw`(?:[AaPp](?:\.[ \u00a0\u202f]?)?[Mm](?!\p{L})\.?|오[전후]|[上下]午|午[前後]|[πΠμΜ]\.?[μΜ]\.?|Ö[ÖS]|[صم](?!\p{L})|[قب]\.?ظ\.?|पूर्वाह्न|अपराह्न)`;

const SECOND = /^(?:[pμ]|오후|下|午後|ös|م|ب|अ)/iu;

/** True for the second half of the day. */
export const isSecondHalf = (half: string): boolean => SECOND.test(half);
