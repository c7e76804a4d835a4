import { decide, topicAndVerb } from '@mase/workflow';
import type { ClassConstructor } from 'class-transformer';
import { uuidv7 } from 'uuidv7';
import type { ImportTally, RowPlace, RowReason } from './import-tally.js';
import type { Importer } from './known-children.js';
import { bodyReasons, refusalReasons } from './row-body.js';

/** What a row asks that opens a record of its own: the command, its body, and what the row says of it. */
export interface RowAsks {
  name: string;
  recordId: string;
  body: ClassConstructor<object>;
  payload: object;
}

/**
 * Every reason why a row is refused, so that nobody mends one fault to be told the next: what the file says, what the body
 * of the command asks, and what the rules say of it. A field that is at fault already is not named for what follows.
 */
export function allReasons(
  place: RowPlace,
  known: readonly RowReason[],
  asks: RowAsks,
  about: { importer: Importer; tally: ImportTally },
): RowReason[] {
  const reasons = [...known];
  for (const more of [
    bodyReasons(asks.body, asks.payload, place, about.tally),
    ruleReasons(place, asks, about),
  ]) {
    const named = new Set(reasons.map(({ field }) => field));
    reasons.push(...more.filter(({ field }) => field !== '' && !named.has(field)));
  }
  return reasons;
}

function ruleReasons(
  place: RowPlace,
  { name, recordId, payload }: RowAsks,
  { importer: { actor, profile, store }, tally }: { importer: Importer; tally: ImportTally },
): RowReason[] {
  const at = store.clock();
  const { kind } = topicAndVerb(name).topic;
  const command = { id: uuidv7(), name, record: { kind, id: recordId }, actor, happened: at, at, payload };
  try {
    const decision = decide({ records: [], facts: { related: [], written: [] }, profile }, command);
    return 'refusal' in decision ? refusalReasons(place, tally, decision.refusal) : [];
  } catch {
    // The rules may count on a body that fits, and this one need not: its own faults are said above.
    return [];
  }
}
