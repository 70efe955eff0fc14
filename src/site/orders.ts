// What is to be made of a site, and what was. Plain data: it may go to another process.
import type { LifeHash } from './people/month-lives.ts';

/** A month of which something has to be made. */
export interface MonthOrder {
  readonly slug: string;
  /** `YYYY-MM` */
  readonly name: string;
  /** Days whose pages are to be made. */
  readonly dates: readonly string[];
  /** What it tells of people is no more what it told: it is laid down anew. */
  readonly live: boolean;
  /** How much there is to show: entries, and some for each page. */
  readonly size: number;
}

/** A page that may differ from what stands there. */
export interface PageOrder {
  /** Of the channel whose page it is; absent where it is no channel's alone. */
  readonly slug?: string;
  readonly path: string;
  /** Hash of what stood there. */
  readonly was?: string;
}

/** What a month that was made tells of people. */
export interface MadeMonth {
  readonly slug: string;
  readonly name: string;
  readonly lives: readonly LifeHash[];
}

/** What stands on a page, as a hash. */
export type MadePage = readonly [path: string, hash: string];
