/** Something that a build kept for the next is not what it was: nothing of it can be believed. */
export class Torn extends Error {
  constructor(path: string) {
    super(`${path} is not what was kept.`);
  }
}
