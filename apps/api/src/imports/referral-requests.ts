import type { CensusReferralRow, Reading } from '@mase/exchange';
import { type BulkRequest, findWrittenBodies } from '@mase/store';
import { RecordSocialCareReferralBody } from '../children/record-social-care-referral.js';
import type { ImportTally, RowPlace } from './import-tally.js';
import type { KnownChildren, NamedChild } from './known-children.js';
import { fitsBody } from './row-body.js';
import { type Row, rowChunks } from './row-chunks.js';
import { refuseWithoutChild } from './without-child.js';

/**
 * The requests that record referrals to social care, with the assessments that came of them; those written before with
 * the same facts make none. Whether a factor proposes a referral here is the workflow's to say.
 */
export async function* referralRequests(
  readings: AsyncIterable<Reading<CensusReferralRow>>,
  about: { children: KnownChildren; tally: ImportTally; asAt: string; from: string },
): AsyncGenerator<BulkRequest<RowPlace>> {
  const { children, tally, asAt, from } = about;
  for await (const chunk of rowChunks(readings, 'referrals', tally)) {
    await children.prepare(chunk.map(({ row }) => row.childId));
    const written = await writtenBefore(chunk, children);
    for (const one of chunk) {
      const child = await refuseWithoutChild(one, one.row.childId, about);
      if (!child) continue;
      await tally.warn(one, doubts(one, child));
      const key = keyOf(child.id, one.raw);
      if (written.has(key)) {
        tally.settle('referrals', 'known');
        continue;
      }
      written.add(key);
      const { childId: _, ...facts } = one.row;
      const payload = { ...facts, asAt, from };
      if (!(await fitsBody(RecordSocialCareReferralBody, payload, one, tally))) continue;
      yield {
        name: 'children/record-social-care-referral',
        recordId: child.id,
        payload: { ...payload, asGiven: one.raw },
        // A census dates by the day: the referral is taken to have come at its first instant.
        happened: `${one.row.referred}T00:00:00.000Z`,
        source: one,
      };
    }
  }
}

/** Referrals that stand on the books already: one query for all children of these rows. */
async function writtenBefore(chunk: Row<CensusReferralRow>[], children: KnownChildren): Promise<Set<string>> {
  const named = chunk.flatMap(({ row }) => children.find(row.childId) ?? []);
  const ids = [...new Set(named.filter((child) => child.onBooks).map((child) => child.id))];
  if (ids.length === 0) return new Set();
  const bodies = await children.look(async (tx) => {
    const found = await findWrittenBodies(tx, { kind: 'social-care-referral', recordIds: ids });
    return { found, persons: [...found.keys()] };
  });
  return new Set(
    [...bodies].flatMap(([id, all]) =>
      all.map((body) => keyOf(id, (body.asGiven ?? {}) as Record<string, string>)),
    ),
  );
}

/** Two referrals are the same where every value says the same: a later census that adds an assessment says more. */
function keyOf(childId: string, given: Record<string, string>): string {
  return JSON.stringify([childId, Object.entries(given).sort()]);
}

function doubts({ row, raw }: Row<CensusReferralRow>, child: NamedChild) {
  if (!child.birthDate || row.referred >= child.birthDate) return [];
  return [
    {
      field: 'CINreferralDate',
      value: raw.CINreferralDate ?? '',
      code: 'BEFORE_BIRTH',
      reason: `The referral lies before the child was born (${child.birthDate}).`,
    },
  ];
}
