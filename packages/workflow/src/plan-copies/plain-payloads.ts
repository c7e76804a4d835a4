import type { OnCaseStanding } from '../child-cases/on-case.js';
import type { Carer } from '../children/carers.js';

/** For whom the plan is written in plain words. */
export const plainReaders = ['child', 'parent'] as const;
/** One of these. */
export type PlainReader = (typeof plainReaders)[number];

/** One agreed action in plain words: what we will do, and how we will know that it works. */
export interface PlainLine {
  actionId: string;
  what: string;
  know: string;
}

/** A carer as the child’s record knows him or her now: filled in by whoever carries the command, never typed. */
export type KnownCarer = Pick<Carer, 'id' | 'name' | 'relation' | 'mayContact'>;

/** The safety part of the agreed plan in plain words, for the child or for one carer. */
export interface WritePlainPlanPayload {
  to: PlainReader;
  /** Which carer, by the id under which he or she stands on the child’s record. */
  carerId?: string;
  known?: KnownCarer | null;
  lines: PlainLine[];
  /** The reader’s own words about it, which the copy shows. */
  view?: string;
  /** Whom to call, and on which number. */
  call: string;
}

/** How a plain copy reached its reader, and what he or she said. */
export interface RecordReceiptPayload {
  how: string;
  said?: string;
}

/** What a plain copy says, and nothing besides: no disruption, no grade, nobody else’s copy. */
export interface PlainWords {
  version: number;
  /** Counts the plain copies of a case from 1. */
  number: number;
  agreedAt: string;
  to: PlainReader;
  /** How the reader is addressed. */
  reader: string;
  /** What the reader is to the child; null for the child. */
  relation: string | null;
  /** The child by chosen name. */
  child: string;
  lines: { what: string; who: string; due: string | null; know: string }[];
  view: string | null;
  call: string;
  by: string;
}

export interface IssuePlainPayload extends Omit<OnCaseStanding, 'clocks' | 'access'> {
  recipientId: string;
  recipientName: string;
  words: PlainWords;
}
