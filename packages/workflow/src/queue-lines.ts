import type { QueueLine, StoredRecord } from './model.js';
import { guardedLines, keepersOf } from './readers.js';
import type { Topic } from './topic.js';

/**
 * The lines of a record in people's lists: for each principal the earliest clock, and what the topic adds; never to
 * somebody who must not know of the record.
 */
export function queueOf(topic: Topic, record: StoredRecord): QueueLine[] {
  const lines = new Map<string, QueueLine>();
  const clocks = record.standing.clocks.map((clock) => ({
    principal: clock.who,
    due: clock.due,
    step: clock.rule,
  }));
  const all = [...clocks, ...(topic.queue?.(record as never) ?? [])];
  const keepers = keepersOf(topic, record, record.at);
  for (const line of all.flatMap((one) => guardedLines(one, record.standing.access, keepers))) {
    const known = lines.get(line.principal);
    if (known === undefined || line.due < known.due) lines.set(line.principal, line);
  }
  return [...lines.values()];
}
