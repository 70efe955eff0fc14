// The folder of a channel in the site: part of every address, so these rules never change.
import { lower } from './casemap.ts';

const TAKEN = ['about', 'assets', 'feed', 'index', 'people', 'ref', 'robots', 'search', 'sitemap', '404'];
/** Files beside the channels' folders. */
const FILES = ['404.html', 'index.html', 'robots.txt', 'sitemap.xml'];
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/;

/** True for names that are channels (RFC 2811): queries, server and status windows have other names. */
export function isChannelName(name: string): boolean {
  return /^[#&+!]/.test(name);
}

/**
 * The slug of a channel's name: NFC, RFC 1459 lower case, one leading `#` removed, each further `#` as `-`; letters, digits
 * and `. _ + ~ -` stay, all else is `-`. `slugProblem` says whether it can be used.
 */
export function slugOf(name: string): string {
  return lower(name.normalize('NFC'))
    .replace(/^#/, '')
    .replace(/[^\p{L}\p{Nd}._+~-]/gu, '-');
}

/** Why a slug cannot be a folder of the site, as the end of a sentence, or undefined where it can. */
export function slugProblem(slug: string): string | undefined {
  if (slug === '') return 'is empty';
  if (slug === '.' || slug === '..') return 'is not a name but a folder';
  if (TAKEN.includes(slug)) return 'is a page of the site itself';
  if (FILES.includes(slug)) return 'is a file of the site itself';
  if (DEVICE.test(slug)) return 'is the name of a Windows device';
  if (slug !== slugOf(`#${slug}`)) return `has characters that a slug cannot have (as a slug it is "${slugOf(slug)}")`;
  if (new TextEncoder().encode(slug).length > 200) return 'is longer than 200 bytes';
  return undefined;
}
