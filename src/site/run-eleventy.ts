// Runs Eleventy over our templates: it asks for the pages one by one and writes them.
import { Eleventy } from '@11ty/eleventy';
import { join, relative } from 'node:path';
import { PACKAGE } from '../package.ts';
import type { SiteTask } from './site-files.ts';

/** Makes the pages of a task. */
export async function runEleventy(task: SiteTask): Promise<void> {
  // Eleventy takes paths as relative to the working directory.
  const here = (path: string): string => relative('', path) || '.';
  const eleventy = new Eleventy(here(join(PACKAGE, 'templates')), here(task.out), {
    configPath: here(join(PACKAGE, '.eleventy.js')),
    quietMode: true,
    source: 'script',
    runMode: 'build',
    config: (eleventyConfig) => {
      eleventyConfig.addGlobalData('task', () => task);
      // They were made before anything said to be quiet, and speak for themselves.
      for (const group of Object.values(eleventyConfig.benchmarkManager.getAll())) group.setIsVerbose(false);
    },
  });
  // What Eleventy has to say is said by the command's own summary; faults are thrown.
  eleventy.disableLogger();
  await eleventy.write();
}
