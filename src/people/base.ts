// What is left of a nick when the marks of a second connection or an absence are taken off.
//
//   jcuster_  jcuster__  _jcuster  jcuster`  jcuster2  jcuster|away  jcuster[work]  jcuster-afk  →  jcuster
import { lower } from '../shared/casemap.ts';

/** The base of a nick, in RFC 1459 lower case. Two nicks of one base are alike; that alone proves nothing. */
export function baseOf(nick: string): string {
  const name = lower(nick);
  const base = name
    .replace(/^[_`^-]+/, '')
    .replace(/(?<=.)[|{].*$/, '')
    .replace(/(?<=..)[-_](?:away|afk|brb|gone|lunch|dinner|sleep|zzz|bed|home|work|busy|mobile|phone|laptop|web)$/, '')
    .replace(/[_`^-]+$/, '')
    .replace(/(?<=[a-z]{2})\d$/, '')
    .replace(/[_`^-]+$/, '');
  return base === '' ? name : base;
}

/** `baseOf` for one who asks for the same nicks again and again. */
export function rememberedBases(): typeof baseOf {
  const bases = new Map<string, string>();
  return (nick) => {
    let base = bases.get(nick);
    if (base === undefined) bases.set(nick, (base = baseOf(nick)));
    return base;
  };
}
