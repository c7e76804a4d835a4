import type { Role } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { path } from '../../api-client.js';
import type { Visit } from '../../visit.js';

/** A copy of a plan as lists show it. */
export interface CopyView {
  id: string;
  version: number;
  state: string;
  caseId: string;
  /** Null on a copy of the disruption part, which does not tell who the child is. */
  name: string | null;
  reference: string;
  part: string;
  recipientId: string;
  recipientName: string;
  named: boolean;
  /** The version of the plan. */
  plan: number;
  issuedAt: string;
  openedAt: string | null;
  endedAt: string | null;
}

/** A copy as its own page shows it; its words are null for its recipient until they are opened. */
export interface OpenedCopy extends CopyView {
  mine: boolean;
  mayOpenCase: boolean;
  /** What a copy in plain words says; null on a partner’s copy. */
  plain?: {
    to: string;
    number: number;
    reader: string;
    relation: string | null;
    lines: { what: string; who: string; due: string | null; know: string }[];
    view: string | null;
    call: string;
    by: string;
  } | null;
  words: {
    version: number;
    kind: string;
    agreedAt: string;
    power: string | null;
    purpose: string | null;
    decider?: string | null;
    forwarded: boolean;
    actions: {
      id: string;
      what: string;
      outcome: string | null;
      ownerName: string;
      ownerRole: Role | null;
      due: string | null;
      cover: { name: string | null; from: string; until: string | null }[];
    }[];
    recipients: { name: string; role: Role | null }[];
  } | null;
  receipts: { version: number; at: string; how?: string; said?: string }[];
  allowed: Allowed[];
}

/** Reads one copy. */
export async function readCopy(visit: Visit): Promise<{ copy: OpenedCopy; etag: string | null }> {
  const { body, etag } = await visit.read<OpenedCopy>(path`/api/v1/plan-copies/${visit.params.id ?? ''}`);
  return { copy: body, etag };
}
