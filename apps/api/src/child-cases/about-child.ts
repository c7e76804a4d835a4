import { findRecord, type OpenedRecord, type Tx } from '@mase/store';
import {
  type ChildCaseStanding,
  type ChildStanding,
  carersFrom,
  type RecordAboutMePayload,
  wrongRows,
} from '@mase/workflow';

/**
 * What a case opens with: about me, carers with their rules of safe contact, and what the child is under; nothing to
 * whoever does not read the child's own record.
 */
export async function aboutChild(tx: Tx, { record }: Pick<OpenedRecord, 'record'>) {
  const child = await findRecord(tx, 'child', (record.standing as ChildCaseStanding).childId);
  return child && aboutOf(tx, child);
}

/** The same of the child's own record. */
export async function aboutOf(tx: Tx, child: OpenedRecord) {
  if (!child.classes.includes('case')) return null;
  const { id, version, standing } = child.record;
  const written = [...child.written, ...(await writtenOfJoined(tx, standing as ChildStanding))];
  written.sort((one, other) => (one.at < other.at ? 1 : -1));
  const wrong = wrongRows(written);
  const me = written.find((row) => row.kind === 'about-me' && !wrong.has(row.id))?.body ?? null;
  return {
    ...{ id, version },
    me: me as RecordAboutMePayload | null,
    carers: carersFrom(written),
    lines: (standing as ChildStanding).lines ?? {},
  };
}

/** What was written on records that were joined with the child's, where whoever asks reads them. */
async function writtenOfJoined(tx: Tx, { joined = [] }: ChildStanding): Promise<OpenedRecord['written']> {
  const rows: OpenedRecord['written'] = [];
  for (const { id } of joined) {
    const found = await findRecord(tx, 'child', id);
    if (found?.classes.includes('case')) rows.push(...found.written);
  }
  return rows;
}
