/** A mistake of the person who runs Daybook: the message is one whole sentence that says what to change; exit code 2. */
export class Mistake extends Error {
  override readonly name = 'Mistake';
}
