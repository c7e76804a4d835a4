import { type DecidedByTwo, undecided } from '../decided-by-two.js';

/** What is done to the instruments of an area: one is added, or one is no longer offered from a day on. */
export const instrumentChangeKinds = ['add', 'retire'] as const;

/** One of these. */
export type InstrumentChangeKind = (typeof instrumentChangeKinds)[number];

/** A change of the instruments of an area, as it is proposed. */
export interface ProposeInstrumentChangePayload {
  change: InstrumentChangeKind;
  /** For one that is added: the whole file, as it was written. */
  file?: string;
  /** For one that is retired: its id, one version or all, and the first day on which it is no longer offered. */
  instrument?: string;
  version?: number;
  from?: string;
  reason: string;
}

/** A dated change of the instruments of an area: two people decide it, and what was used before stays as it was. */
export interface InstrumentChangeStanding extends DecidedByTwo {
  change: InstrumentChangeKind;
  instrument: string;
  version: number | null;
  title: string;
  /** The first day on which it holds. */
  from: string;
}

/** A change before it is proposed. */
export const blankInstrumentChange: InstrumentChangeStanding = {
  ...undecided,
  change: 'add',
  instrument: '',
  version: null,
  title: '',
  from: '',
};
