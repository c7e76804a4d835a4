import type { Context, Fault } from '../model.js';
import type { Effect } from '../topic.js';
import type { IssuePapersPayload, RecallCopyPayload, SittingStanding } from './standing.js';

type Ctx = Context<SittingStanding, RecallCopyPayload>;

/** What is kept of a recall: whose copy, why, and who recalled it. */
export type Recall = RecallCopyPayload & { by: string };

/** A row as it was written on a sitting. */
interface Written {
  kind: string;
  body: object;
}

const issuedTo = ({ kind, body }: Written): string[] =>
  kind === 'papers' ? ((body as Partial<IssuePapersPayload>).recipients ?? []) : [];

/**
 * Whose copies of a sitting's papers are recalled, each with the row that recalled it: until the papers are issued to the
 * same person again. What was written is given newest first.
 */
export function recalledCopies<Row extends Written>(written: readonly Row[]): Map<string, Row> {
  const recalled = new Map<string, Row>();
  for (const row of [...written].reverse()) {
    for (const id of issuedTo(row)) recalled.delete(id);
    if (row.kind === 'copy-recalled') recalled.set((row.body as Recall).recipientId, row);
  }
  return recalled;
}

/** Payload rules of a recall: it is of a copy that somebody has. */
export function recallFaults({ payload, facts }: Ctx): Fault[] {
  const fault = (code: string, detail: string): Fault[] => [{ pointer: '/recipientId', code, detail }];
  if (!facts.written.some((row) => issuedTo(row).includes(payload.recipientId)))
    return fault('noCopy', 'The papers were never issued to this person: there is nothing to recall.');
  return recalledCopies(facts.written).has(payload.recipientId)
    ? fault('recalled', 'This copy is recalled already.')
    : [];
}

/** Whoever has the copy is told to destroy what is on paper. */
export function recordRecall({ payload, actor }: Ctx): Effect[] {
  const { recipientId, reason } = payload;
  return [
    {
      do: 'write',
      kind: 'copy-recalled',
      class: 'safety',
      body: { recipientId, reason, by: actor.name } satisfies Recall,
    },
    { do: 'send', kind: 'copy-recalled', principal: `user:${recipientId}` },
  ];
}
