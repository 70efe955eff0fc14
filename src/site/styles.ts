// One style sheet from several, made small.
import { minify } from 'csso';

/** The sources joined in their order; comments, blanks and what says the same twice are taken out. */
export function joinStyles(sources: readonly string[]): string {
  const { css } = minify(sources.join('\n'), { comments: false, forceMediaMerge: true });
  // The minifier takes tokens as they are, and its blanks before a query's parenthesis are not needed.
  const small = css
    .replace(/--[\w-]+:[^;}]*/g, (token) => token.replace(/([(,:]) ?(0(?=\.))?/g, '$1').replace(/ \* /g, '*'))
    .replace(/@media \(/g, '@media(')
    // The older spelling is as good.
    .replace(/::(?=before|after)/g, ':');
  return small;
}
