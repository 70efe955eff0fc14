// What a site has, each by its path: pages and files, and how they are made.
import type { Text } from '../shared/text-room.ts';

/** A page or file of the site, by its path; a path that ends in `/` is a folder's page. */
export interface Route {
  readonly path: string;
  /** Changes when anything does that it is made from; without it, only what stands there tells. */
  readonly key?: () => string;
  /** What stands there. */
  readonly make: () => Text;
}

/** A day's page; its files for machines are made by the way. */
export interface DayPage {
  readonly date: string;
  readonly path: string;
  /** How much there is to show. */
  readonly entries: number;
  readonly make: () => { readonly page: Text; readonly files: readonly DayOutput[] };
}

interface DayOutput {
  readonly path: string;
  readonly content: FileContent;
}

/** What stands in a file: its content, or another file that is never written to again, whose bytes it has. */
export type FileContent = Text | Uint8Array | { readonly file: string };
