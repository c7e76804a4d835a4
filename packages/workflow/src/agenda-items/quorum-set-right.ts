import type { Context, StoredRecord } from '../model.js';
import type { Effect } from '../topic.js';
import { wrongRows } from '../wrong-rows.js';
import { firstOfEntry } from './correct-entry.js';
import type { QuorumNews } from './quorum.js';
import type { AgendaItemStanding } from './standing.js';

/** What an item keeps of its decision where it turns out to have been taken with or without a quorum. */
export function decisionPatch(
  { standing }: Pick<StoredRecord<AgendaItemStanding>, 'standing'>,
  quorate: boolean,
): Partial<AgendaItemStanding> {
  const { decision } = standing;
  if (!decision) return {};
  const { inquorate: _was, ratifiedAt, ...kept } = decision;
  if (quorate) return { decision: kept };
  return { decision: { ...kept, inquorate: true, ...(ratifiedAt ? { ratifiedAt } : {}) } };
}

/** The decision that stands, with who is now known to have taken it; it waits for ratification where they were no quorum. */
export function recordQuorumOfDecision(context: Context<AgendaItemStanding, QuorumNews>): Effect[] {
  const { record, facts, payload, actor, happened: at } = context;
  const { quorum, reason } = payload;
  const wrong = wrongRows(facts.written);
  const row = facts.written.find(
    ({ id, kind, record: on }) => kind === 'decision' && on.id === record.id && !wrong.has(id),
  );
  const { decision } = record.standing;
  const body = row && {
    ...row.body,
    quorum: { ...quorum, inquorateReason: null },
    correction: { reason, by: actor.name, of: firstOfEntry(row) },
  };
  const waits = !quorum.quorate && !decision?.inquorate;
  return [
    ...(row && body
      ? [
          {
            do: 'write',
            ...{ kind: row.kind, class: row.class, replaces: row.id, happened: row.happened, body },
          } as const,
        ]
      : []),
    { do: 'set', patch: decisionPatch(record, quorum.quorate) },
    ...(waits ? [{ do: 'start', rule: 'ratification', who: 'role:chair', start: at } as const] : []),
    ...(quorum.quorate && decision?.inquorate ? [{ do: 'end', rule: 'ratification', reason } as const] : []),
  ];
}
