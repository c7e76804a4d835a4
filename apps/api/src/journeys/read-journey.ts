import { findRecord, type Tx } from '@mase/store';
import type { ChildCaseStanding } from '@mase/workflow';
import { aboutChild } from '../child-cases/about-child.js';
import { hasReceiptAlone } from '../child-cases/case-state.js';
import { entriesOf } from '../child-cases/chronology-entries.js';
import type { Asking } from '../view.js';
import type { JourneySources } from './journey-model.js';

/** What a case's journey is made of, with the child it is about and carers as the record knows them. */
export interface ReadJourney {
  sources: JourneySources;
  caseId: string;
  childId: string;
  carers: { name: string; reached: string[] }[];
}

/** Reads a case for its journey as the reader reads it; null where it is not there for him or her, or only that it was received. */
export async function readJourney(
  tx: Tx,
  id: string,
  asking: Pick<Asking, 'profile'>,
): Promise<ReadJourney | null> {
  const opened = await findRecord(tx, 'childCase', id);
  if (!opened || hasReceiptAlone(opened.classes)) return null;
  const { childId } = opened.record.standing as ChildCaseStanding;
  const about = await aboutChild(tx, opened);
  const entries = await entriesOf(tx, opened, asking.profile);
  return {
    sources: { opened, entries, aboutMe: about?.me ?? null, profile: asking.profile },
    caseId: id,
    childId,
    carers:
      about?.carers.map(({ name, contacts }) => ({ name, reached: contacts.map(({ value }) => value) })) ??
      [],
  };
}

/** The name of the partnership, as documents print it. */
export async function partnershipName(tx: Tx, partnershipId: string): Promise<string> {
  const found = await tx.query<{ name: string }>('select name from partnership where id = $1', [
    partnershipId,
  ]);
  return found.rows[0]?.name ?? '';
}
