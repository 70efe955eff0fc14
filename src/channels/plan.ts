// What an archive's files are planned to be: types alone.
import type { Entry } from '../find-logs.ts';
import type { FileFacts } from '../format.ts';
import type { Recognition } from '../recognise.ts';
import type { LogSettings } from '../settings.ts';

/** A file with what it was taken for. */
export interface ExaminedFile {
  /** Relative to the archive folder. */
  readonly path: string;
  readonly recognition: Recognition;
  /** The settings' entries that name it. */
  readonly entries: readonly Entry[];
}

export interface ChannelFile {
  readonly path: string;
  /** Name of the format. */
  readonly format: string;
  readonly facts: FileFacts;
  /** What settings say of it: its zone, its clock's error. */
  readonly log?: LogSettings;
}

export interface ChannelPlan {
  readonly slug: string;
  readonly name: string;
  /** Of several, the last that settings list. */
  readonly network?: string;
  readonly topic?: string;
  readonly formerSlugs: readonly string[];
  readonly presence: 'show' | 'none';
  /** In the order of their paths. */
  readonly files: readonly ChannelFile[];
}

export interface Undecided {
  readonly path: string;
  /** What has to be decided: many may be alike. */
  readonly about: 'channel' | 'damage' | 'format';
  readonly sentence: string;
  /** 1-based numbers of lines that show what no format reads. */
  readonly lines?: readonly number[];
}

export interface NoLog {
  readonly path: string;
  /** A noun phrase: `an empty file`. */
  readonly reason: string;
  /** It should have been one, by its name or by settings. */
  readonly expected?: true;
}

export interface ArchivePlan {
  /** By slug. */
  readonly channels: readonly ChannelPlan[];
  /** Logs that are not published, and the window's name: queries, server and status windows. */
  readonly private: readonly { readonly path: string; readonly name: string }[];
  /** Logs that the person should decide something about, most of them before they can be used: a sentence each. */
  readonly undecided: readonly Undecided[];
  /** What is no log, and what it is instead. */
  readonly none: readonly NoLog[];
  /** Globs of settings that match no file. */
  readonly unmatched: readonly string[];
  /** Channels of settings that no file belongs to, but those whose logs are unmatched. */
  readonly idle: readonly Pick<ChannelPlan, 'name' | 'network'>[];
}
