// Reads and checks archive.yaml; a mistake is a sentence naming file, line, column and key.

export interface LogSettings {
  /** Glob, relative to the archive folder. */
  readonly path: string;
  readonly format?: string;
  readonly stamp?: string;
  readonly zone?: string;
  readonly owner?: string;
  /** Known clock error of this logger, in seconds: how far its clock is ahead. */
  readonly offset?: number;
  /** The client's own `pevents.conf`, relative to the archive folder. */
  readonly events?: string;
}

export interface ChannelSettings {
  readonly name: string;
  readonly names: readonly string[];
  readonly networks: readonly string[];
  readonly slug?: string;
  readonly formerSlugs: readonly string[];
  readonly topic?: string;
  /** Absent: every file under logs/ that names this channel. */
  readonly logs?: readonly LogSettings[];
  readonly presence: 'show' | 'none';
}

export interface PersonSettings {
  readonly name: string;
  readonly nicks: readonly string[];
  /** Nicks that are somebody else's. */
  readonly not: readonly string[];
  readonly hue?: number;
  readonly bot: boolean;
}

export interface TrackerSettings {
  readonly name: string;
  /** JavaScript regular expression, applied without case. */
  readonly match: string;
  readonly url: string;
}

export interface PrivacySettings {
  readonly hosts: 'hide' | 'show';
  readonly private: 'hide' | 'show';
  readonly offRecord?: RegExp;
  readonly redact: readonly { readonly match: RegExp; readonly with: string }[];
  /** `<slug>/<date>/<id>` of single lines taken out. */
  readonly remove: readonly string[];
  readonly forgetAddresses: boolean;
}

export interface Settings {
  readonly title: string;
  readonly url?: string;
  readonly language: string;
  readonly zone: string;
  readonly formerZones: readonly string[];
  /** True: search engines may index the site. */
  readonly indexed: boolean;
  readonly channels: readonly ChannelSettings[];
  readonly people: readonly PersonSettings[];
  readonly trackers: readonly TrackerSettings[];
  readonly privacy: PrivacySettings;
}
