// The dates that stamps have before their time of day or behind it, in any layout that people set.
import { MONTH_WORD } from '../../shared/months.ts';

/** What parts a month's name from the numbers around it, the same on both sides; in tokens `·`. */
const SEP = String.raw`(?<sep>[-/.]?)`;

/** A year of two digits, and no hour: a clock that goes on behind it has all its parts. */
const YY = String.raw`\d\d(?![:.]\d\d[:.]\d\d)`;

/** Dates, the longer before what is part of them, with their tokens: two where the order of day and month is open. */
export const DATES: readonly (readonly [pattern: string, ...tokens: string[]])[] = [
  [String.raw`\d{4}(?<sep>[-/._])\d\d?\k<sep>\d\d?`, 'yyyy·MM·dd'],
  [String.raw`\d{4}(?<sep>[-/])\d\d?\k<sep>\d\d? \p{L}+\.?`, 'yyyy·MM·dd EEE'],
  [String.raw`\d{4}年\d\d?月\d\d?日`, 'yyyy年MM月dd日'],
  [String.raw`\d{4}년 \d\d?월 \d\d?일`, 'yyyy년 MM월 dd일'],
  [String.raw`[\d ]?\d(?<sep>[-/.])\d\d?\k<sep>\d{4}`, 'dd·MM·yyyy', 'MM·dd·yyyy'],
  [String.raw`\d\d?\/\d\d?-\d{4}`, 'dd/MM-yyyy'],
  [String.raw`\d\d?\/\d\d?-${YY}`, 'dd/MM-yy'],
  [String.raw`(?:19|20)\d{6}`, 'yyyyMMdd'],
  [String.raw`\d\d?${SEP}${MONTH_WORD}\k<sep>\d{4}`, 'dd·MMM·yyyy'],
  [String.raw`\d\d?${SEP}${MONTH_WORD}\k<sep>${YY}`, 'dd·MMM·yy'],
  [String.raw`\d\d?${SEP}${MONTH_WORD}`, 'dd·MMM'],
  [String.raw`\p{L}{2,4}\d\d${MONTH_WORD}`, 'EEEddMMM'],
  [String.raw`${MONTH_WORD}${SEP}\d\d?\k<sep>\d{4}`, 'MMM·dd·yyyy'],
  [String.raw`${MONTH_WORD}${SEP}\d\d?`, 'MMM·dd'],
  [String.raw`\d{4}${SEP}${MONTH_WORD}\k<sep>\d\d?`, 'yyyy·MMM·dd'],
  [String.raw`\d{4} ${MONTH_WORD} [\d ]?\d`, 'yyyy MMM dd'],
  [String.raw`[\d ]?\d\.? ${MONTH_WORD} \d{4}`, 'dd MMM yyyy', 'dd. MMM yyyy'],
  [String.raw`[\d ]?\d ${MONTH_WORD} ${YY}`, 'dd MMM yy'],
  [String.raw`${MONTH_WORD} [\d ]?\d ${YY}`, 'MMM dd yy'],
  [String.raw`${MONTH_WORD} [\d ]?\d,? \d{4}`, 'MMM dd yyyy', 'MMM dd, yyyy'],
  [String.raw`\p{L}+\.?,? ${MONTH_WORD} [\d ]?\d,? \d{4}`, 'EEE MMM dd yyyy', 'EEE, MMM dd, yyyy', 'EEE MMM dd, yyyy'],
  [
    String.raw`\p{L}+\.?,? [\d ]?\d\.? ${MONTH_WORD} \d{4}`,
    'EEE dd MMM yyyy',
    'EEE, dd MMM yyyy',
    'EEE dd. MMM yyyy',
    'EEE, dd. MMM yyyy',
  ],
  [String.raw`\p{L}+ den \d\d?\.? ${MONTH_WORD} \d{4}`, "EEE 'den' dd. MMM yyyy", "EEE 'den' dd MMM yyyy"],
  [String.raw`\d{4}\. ${MONTH_WORD} \d\d?\.`, 'yyyy. MMM dd.'],
  [String.raw`\p{L}+\.? ${MONTH_WORD} [\d ]?\d`, 'EEE MMM dd'],
  [String.raw`\p{L}+\.?,? [\d ]?\d\.? ${MONTH_WORD}`, 'EEE dd MMM', 'EEE, dd MMM', 'EEE dd. MMM', 'EEE, dd. MMM'],
  [String.raw`${MONTH_WORD} [\d ]?\d`, 'MMM dd'],
  [String.raw`[\d ]?\d\.? ${MONTH_WORD}`, 'dd MMM', 'dd. MMM'],
  [String.raw`\d\d-\d\d-\d\d`, 'yy-MM-dd', 'dd-MM-yy', 'MM-dd-yy'],
  [String.raw`\d{6}`, 'yyMMdd', 'ddMMyy', 'MMddyy'],
  [String.raw`\d{8}`, 'ddMMyyyy', 'MMddyyyy'],
  [String.raw`\d\d?\.\d\d?\.\d\d`, 'dd.MM.yy', 'MM.dd.yy', 'yy.MM.dd'],
  [String.raw`\d\d?\/\d\d?\/\d\d`, 'dd/MM/yy', 'MM/dd/yy', 'yy/MM/dd'],
  [String.raw`\d\d?\.\d\d?\.?`, 'dd.MM.', 'dd.MM', 'WW.E'],
  [String.raw`\d\d?\/\d\d?`, 'dd/MM', 'MM/dd'],
  [String.raw`\d\d?-\d\d?`, 'MM-dd', 'dd-MM'],
];
