// What is known of a nick, and why it is somebody's: types alone.
import type { Rename } from './facts.ts';

/** A nick as the whole channel knows it. */
export interface Known {
  /** As it is mostly spelled. */
  readonly nick: string;
  readonly lines: number;
  /** 0-based place in the order of first appearance. */
  readonly place: number;
}

/** Why a nick is this person's. */
export type NickProof =
  /** `span`: the settings give the nick for a time only, half-open in epoch seconds; an open bound is null. */
  | { readonly nick: string; readonly by: 'settings'; readonly span?: readonly [number | null, number | null] }
  /** `with`: the person's nick that has the same user@host. */
  | { readonly nick: string; readonly by: 'host'; readonly with: string }
  /** `span`: where the nick is this person's only for a stay, half-open in epoch seconds. */
  | {
      readonly nick: string;
      readonly by: 'rename';
      readonly rename: Rename;
      readonly span?: readonly [number, number];
    };

/** The same, or that the nick is just the name. */
export type NickEvidence = NickProof | { readonly nick: string; readonly by: 'name' };
