// Files that are made beside a site, to be put into it: by their paths, as names in one folder. A folder for each, made and taken
// away again, would cost more than the files.
//
//   loom/2013-10-04/index.html   →   .beside/loom%2F2013-10-04%2Findex.html

const FOLDER = '.beside/';
/** Bytes that a name may have. What is longer lies at its own path. */
const LONGEST = 255;

/** Where a file of a site, given by its path below the site's folder, lies below the folder beside it. */
export function besideOf(path: string): string {
  const name = path.replaceAll('%', '%25').replaceAll('/', '%2F');
  return Buffer.byteLength(name) > LONGEST ? path : FOLDER + name;
}

/** The path below the site's folder of a file that lies at a path below the folder beside it. */
export function pathOf(beside: string): string {
  if (!beside.startsWith(FOLDER)) return beside;
  return beside.slice(FOLDER.length).replaceAll('%2F', '/').replaceAll('%25', '%');
}
