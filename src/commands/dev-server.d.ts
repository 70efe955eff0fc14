// The server that Eleventy is developed with; it brings no types.
declare module '@11ty/eleventy-dev-server' {
  import type { IncomingMessage, Server, ServerResponse } from 'node:http';
  import type { AddressInfo } from 'node:net';

  interface Options {
    readonly pathPrefix?: string;
    readonly logger?: Readonly<Record<'info' | 'log' | 'error', (line: string) => void>>;
    readonly headers?: Readonly<Record<string, string>>;
    readonly messageOnStart?: () => string | false;
    readonly middleware?: readonly ((request: IncomingMessage, response: ServerResponse, next: () => void) => void)[];
  }

  export default class DevServer {
    constructor(name: string, folder: string, options?: Options);
    readonly server: Omit<Server, 'address'> & { address: () => AddressInfo };
    readonly options: { pathPrefix: string };
    /** Adds to a page what reloads it. */
    augmentContentWithNotifier: (content: string, ...more: readonly unknown[]) => string;
    _serverListen: (port: number) => void;
    serve(port: number): void;
    ready(): Promise<void>;
    reload(event: {
      readonly files: readonly string[];
      readonly build: { readonly templates: readonly string[] };
    }): void;
    close(): Promise<void>;
  }
}
