// The bytes that a text was before it was read as a code page.

/** The bytes of a page's characters. What it leaves open was often let through as it is. */
function bytesOf(page: string): ReadonlyMap<string, number> {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  // as a part of a stream: Node 20 takes a whole text of windows-1252 for Latin 1
  const characters = new TextDecoder(page).decode(all, { stream: true });
  const open = Array.from({ length: 32 }, (_, index) => [String.fromCharCode(0x80 + index), 0x80 + index] as const);
  return new Map([...open, ...[...characters].map((one, byte) => [one, byte] as const)]);
}

const pages = new Map<string, ReadonlyMap<string, number>>();

/** The bytes that read so as the page, by the name that browsers have for it; undefined where none do. */
export function bytesBefore(text: string, page: string): Uint8Array | undefined {
  let known = pages.get(page);
  if (!known) pages.set(page, (known = bytesOf(page)));
  const found: number[] = [];
  for (const one of text) {
    const byte = known.get(one);
    if (byte === undefined) return undefined;
    found.push(byte);
  }
  return Uint8Array.from(found);
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** A text that was read as Windows-1252, as another page has it, by the name that browsers have for it; undefined where it cannot be in it. */
export function readAs(text: string, page: string): string | undefined {
  const bytes = bytesBefore(text, 'windows-1252');
  if (!bytes) return undefined;
  const decoder = decoders.get(page) ?? new TextDecoder(page, { fatal: true });
  decoders.set(page, decoder);
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
