// The little of Eleventy 3.1 that this project uses; the package has no types of its own.
declare module '@11ty/eleventy' {
  export interface UserConfig {
    readonly globalData: { readonly [name: string]: unknown };
    readonly ignores: Set<string>;
    readonly benchmarkManager: { getAll(): { readonly [name: string]: { setIsVerbose(isVerbose: boolean): void } } };
    addPlugin(plugin: (eleventyConfig: UserConfig) => void): void;
    addGlobalData(name: string, data: unknown): void;
    addTransform(name: string, transform: (content: string) => string | Uint8Array): void;
    setTemplateFormats(formats: readonly string[]): void;
    setUseGitIgnore(use: boolean): void;
    setDataFileSuffixes(suffixes: readonly string[]): void;
  }

  export interface EleventyOptions {
    readonly configPath?: string;
    readonly quietMode?: boolean;
    readonly source?: 'cli' | 'script';
    readonly runMode?: 'build' | 'watch' | 'serve';
    readonly config?: (eleventyConfig: UserConfig) => void;
  }

  export class Eleventy {
    constructor(input: string, output: string, options: EleventyOptions);
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}
