import type { IncidentRow, Reading } from '@mase/exchange';
import { auditReading, type BulkRequest, findIncidentsByReference, reading } from '@mase/store';
import { factsOf, forceKey, type IncidentOutcome, type IncidentStanding, numberKey } from '@mase/workflow';
import { uuidv7 } from 'uuidv7';
import { RecordIncidentBody } from '../incidents/record-incident.js';
import { RecordOutcomeBody } from '../incidents/record-outcome.js';
import { allReasons } from './all-reasons.js';
import type { ImportTally, RowPlace, RowReason } from './import-tally.js';
import type { Importer } from './known-children.js';
import { bodyReasons, fitsBody } from './row-body.js';
import { type Row, rowChunks } from './row-chunks.js';

/** An incident that is on the books, or about to be put there by this import. */
interface Known {
  id: string;
  facts: string;
  outcomes: IncidentOutcome[];
  /** Why it was taken off the books, where it was and no other stands in its place. */
  withdrawn?: string;
}

/**
 * The requests that record incidents, and the outcomes that a later file adds to those known by force and number. What
 * a file says otherwise of a known incident is refused and nothing is overwritten; what is known already makes none.
 */
export async function* incidentRequests(
  readings: AsyncIterable<Reading<IncidentRow>>,
  about: { importer: Importer; tally: ImportTally },
): AsyncGenerator<BulkRequest<RowPlace>> {
  const { importer, tally } = about;
  const seen = new Map<string, Known>();
  const asks = (payload: object) => ({
    ...{ name: 'incidents/record-incident', recordId: uuidv7(), body: RecordIncidentBody, payload },
  });
  const more = (one: Row<Partial<IncidentRow>>, faults: readonly RowReason[]) =>
    allReasons(one, faults, asks(one.row), about);
  for await (const chunk of rowChunks(readings, 'incidents', tally, more)) {
    for (const [key, known] of await onBooks(importer, chunk)) if (!seen.has(key)) seen.set(key, known);
    for (const one of chunk) {
      const known = seen.get(keyOf(one.row));
      if (!known) {
        const misfit = bodyReasons(RecordIncidentBody, one.row, one, tally);
        if (misfit.length > 0) {
          await tally.refuse(one, allReasons(one, misfit, asks(one.row), about));
          continue;
        }
        const id = uuidv7();
        const { outcome } = one.row;
        seen.set(keyOf(one.row), { id, facts: textOf(factsOf(one.row)), outcomes: outcome ? [outcome] : [] });
        yield request('record-incident', id, one.row, one);
        continue;
      }
      yield* ofKnown(one, known, tally);
    }
  }
}

async function* ofKnown(
  one: Row<IncidentRow>,
  known: Known,
  tally: ImportTally,
): AsyncGenerator<BulkRequest<RowPlace>> {
  if (known.withdrawn !== undefined) {
    await tally.refuse(one, [withdrawnReason(one, known.withdrawn)]);
    return;
  }
  const differing = differences(one, known);
  if (differing.length > 0) {
    await tally.refuse(one, differing);
    return;
  }
  const { outcome } = one.row;
  if (!outcome || known.outcomes.some(({ code, on }) => code === outcome.code && on === outcome.on)) {
    tally.settle('incidents', 'known');
    return;
  }
  if (!(await fitsBody(RecordOutcomeBody, outcome, one, tally))) return;
  known.outcomes.push(outcome);
  yield request('record-outcome', known.id, outcome, one);
}

function request(
  verb: string,
  recordId: string,
  payload: object,
  one: Row<IncidentRow>,
): BulkRequest<RowPlace> {
  // A file dates by the day: what it says happened at its first instant.
  const day = verb === 'record-outcome' ? one.row.outcome?.on : one.row.recorded;
  return { name: `incidents/${verb}`, recordId, payload, happened: `${day}T00:00:00.000Z`, source: one };
}

/** The incidents of these rows that stand on the books: one query, audited where it shows a child. */
async function onBooks(importer: Importer, chunk: Row<IncidentRow>[]): Promise<Map<string, Known>> {
  const { store, reading: who, action } = importer;
  const references = [...new Set(chunk.map(({ row }) => row.reference))];
  return reading(store, who, async (tx) => {
    const found = await findIncidentsByReference(tx, references);
    if (found.length > 0) await auditReading(tx, who, { action, persons: [] }, store.clock());
    // One that stands goes before one with the same number that was withdrawn.
    const standing = found.sort(
      (one, other) => Number(!one.standing.withdrawn) - Number(!other.standing.withdrawn),
    );
    return new Map(standing.map((one) => [keyOf(one.standing), { id: one.id, ...keptOf(one.standing) }]));
  });
}

const keyOf = ({ force, reference }: { force: string; reference: string }): string =>
  JSON.stringify([forceKey(force), numberKey(reference)]);

function keptOf(standing: IncidentStanding): Omit<Known, 'id'> {
  const { kind, offence, committed, committedTo, recorded, place, victims, offenders } = standing;
  const facts = { kind, offence, committed, committedTo, recorded, place, victims, offenders };
  const { withdrawn } = standing;
  return {
    facts: textOf(facts),
    outcomes: [...standing.outcomes],
    ...(withdrawn ? { withdrawn: withdrawn.reason } : {}),
  };
}

const textOf = (facts: ReturnType<typeof factsOf>): string => JSON.stringify(facts);

const columnOf: Record<string, string> = {
  kind: 'KIND',
  offence: 'OFFENCE',
  committed: 'COMMITTED',
  committedTo: 'COMMITTED_TO',
  recorded: 'RECORDED',
  place: 'PLACE',
  victims: 'VICTIMS',
  offenders: 'OFFENDERS',
};

/** A row of an incident that was withdrawn: it does not come back by itself, and its number is free for whoever means it. */
const withdrawnReason = ({ raw }: Row<IncidentRow>, why: string): RowReason => ({
  field: 'REFERENCE',
  value: raw.REFERENCE ?? '',
  code: 'WITHDRAWN',
  reason: `This incident was withdrawn: ${why} Nothing was taken. Leave it out of the file; if it belongs on the books all the same, record it by its form: rows of it are taken from then on.`,
});

/** Every fact that the books have otherwise: both are said, nothing is overwritten. */
function differences({ row, raw }: Row<IncidentRow>, known: Known): RowReason[] {
  const before = JSON.parse(known.facts) as Record<string, unknown>;
  const now = factsOf(row) as unknown as Record<string, unknown>;
  return Object.entries(columnOf)
    .filter(([fact]) => JSON.stringify(before[fact]) !== JSON.stringify(now[fact]))
    .map(([, field]) => ({
      field,
      value: raw[field] ?? '',
      code: 'FACTS_DIFFER',
      reason:
        'The books have it otherwise. Nothing was overwritten: change the incident, or correct the file.',
    }));
}
