// The server that Eleventy is developed with; it brings no types.
declare module '@11ty/eleventy-dev-server' {
  import type { Server } from 'node:http';
  import type { AddressInfo } from 'node:net';

  interface Options {
    readonly pathPrefix?: string;
    readonly logger?: Readonly<Record<'info' | 'log' | 'error', (line: string) => void>>;
    readonly headers?: Readonly<Record<string, string>>;
    readonly messageOnStart?: () => string | false;
  }

  export default class DevServer {
    constructor(name: string, folder: string, options?: Options);
    readonly server: Omit<Server, 'address'> & { address: () => AddressInfo };
    readonly options: { pathPrefix: string };
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
