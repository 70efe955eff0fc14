/** A mistake of the person who runs Daybook: the message is one whole sentence that says what to change; exit code 2. */
export class Mistake extends Error {
  override readonly name = 'Mistake';
}

/** What the system calls its refusal, as `ENOENT` (errno(3)); empty for an error that is none. */
export function codeOf(error: unknown): string {
  return (error instanceof Error && (error as NodeJS.ErrnoException).code) || '';
}

/** Why the system refuses, in words where it is what people meet. */
export function refusalOf(error: unknown): string {
  const code = codeOf(error);
  return code === 'EACCES' || code === 'EPERM' ? 'permission is missing' : code;
}
