// Makes what differs of a site: by Eleventy, or a few pages directly, since Eleventy takes longer to begin.
import { digest, type MonthTask, type PageTask } from './changes.ts';
import type { LifeHash } from './month-lives.ts';
import { writePages, type SiteTask } from './site-files.ts';

/** What a month that was made tells of people. */
export interface MadeMonth {
  readonly slug: string;
  readonly name: string;
  readonly lives: readonly LifeHash[];
}

/** What stands on a page, as a hash. */
export type MadePage = readonly [path: string, hash: string];

export interface Maker {
  /** Writes days' pages and lays down what their months tell of people; gives the months of which that is new. */
  readonly months: (tasks: readonly MonthTask[]) => Promise<readonly MadeMonth[]>;
  readonly pages: (tasks: readonly PageTask[]) => Promise<readonly MadePage[]>;
}

export interface MakerOptions {
  readonly out: string;
  /** Called after days' pages, with their count. */
  readonly onDays?: (count: number) => void;
}

/** Writes pages as they are; of those that stand already, only what differs. */
export function directMaker(options: MakerOptions): Maker {
  const render = (task: Pick<SiteTask, 'days' | 'pages'>): Promise<void> =>
    Promise.resolve(writePages({ ...options, ...task }));
  return makerBy(render);
}

/** Writes pages through Eleventy. It keeps every page that it makes to its end: give it so many as memory holds. */
export function eleventyMaker(options: MakerOptions): Maker {
  return makerBy(async (task) => {
    const { runEleventy } = await import('./run-eleventy.ts');
    await runEleventy({ ...options, ...task });
  });
}

function makerBy(render: (task: Pick<SiteTask, 'days' | 'pages'>) => Promise<void>): Maker {
  return {
    async months(tasks) {
      const days = tasks.flatMap((task) => task.days);
      if (days.length > 0) await render({ days, pages: [] });
      return tasks
        .filter(({ live }) => live)
        .map(({ month: { slug, name, live } }): MadeMonth => ({ slug, name, lives: live() }));
    },
    async pages(tasks) {
      const made: MadePage[] = [];
      const differ = tasks.flatMap(({ path, make, was }) => {
        const text = make();
        const hash = digest(text);
        made.push([path, hash]);
        return hash === was ? [] : [{ path, make: () => text }];
      });
      if (differ.length > 0) await render({ days: [], pages: differ });
      return made;
    },
  };
}
