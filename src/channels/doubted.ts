// Files whose format in the settings nothing of them bears out, told once for each place where settings say it.
//
//   logs/a.txt is pidgin by its format in archive.yaml, but nothing in it reads so and it looks like weechat; …
//   31 files of logs/*.txt are pidgin by their format in archive.yaml, but nothing in them reads so (the first is …
import { groupedBy } from '../shared/lists.ts';
import { counted } from '../shared/numbers.ts';

/** A file that is not of the format that settings say. */
export interface Doubted {
  readonly path: string;
  /** Name of the format that settings say. */
  readonly format: string;
  /** The glob by which settings say it. */
  readonly glob: string;
  /** Name of the format that it looks like. */
  readonly looksLike?: string;
}

/** A sentence for each glob and format, with the path of its first file, in the order of the files. */
export function doubtsTold(files: readonly Doubted[]): readonly { readonly path: string; readonly sentence: string }[] {
  const groups = groupedBy(files, ({ glob, format }) => JSON.stringify([glob, format]));
  return [...groups.values()].map((group) => ({ path: group[0]!.path, sentence: sentenceOf(group[0]!, group.length) }));
}

function sentenceOf({ path, format, glob, looksLike }: Doubted, count: number): string {
  const like = looksLike === undefined ? '' : ` looks like ${looksLike}`;
  const told =
    count === 1
      ? `${path} is ${format} by its format in archive.yaml, but nothing in it reads so${like && ` and it${like}`}`
      : `${counted(count, 'file')} of ${glob} are ${format} by their format in archive.yaml, but nothing in them reads so (the first is ${path}${like && `, which${like}`})`;
  return `${told}; correct or leave out the format`;
}
