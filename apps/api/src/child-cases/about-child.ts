import { findRecord, type OpenedRecord, type Tx } from '@mase/store';
import type {
  ChildCaseStanding,
  ChildStanding,
  RecordAboutMePayload,
  RecordCarerPayload,
} from '@mase/workflow';

/**
 * What a case opens with: about me, carers with their rules of safe contact, and what the child is under; nothing to
 * whoever does not read the child's own record.
 */
export async function aboutChild(tx: Tx, { record }: Pick<OpenedRecord, 'record'>) {
  const child = await findRecord(tx, 'child', (record.standing as ChildCaseStanding).childId);
  if (!child?.classes.includes('case')) return null;
  const { id, version, standing } = child.record;
  const written = [...child.written, ...(await writtenOfJoined(tx, standing as ChildStanding))];
  written.sort((one, other) => (one.at < other.at ? 1 : -1));
  const rows = (kind: string) => written.filter((row) => row.kind === kind);
  const carers = new Map<string, RecordCarerPayload>();
  // Newest first: what was said last of somebody stands.
  for (const { body } of rows('carer')) {
    const carer = body as RecordCarerPayload;
    if (!carers.has(carer.name)) carers.set(carer.name, carer);
  }
  return {
    ...{ id, version },
    me: (rows('about-me')[0]?.body ?? null) as RecordAboutMePayload | null,
    carers: [...carers.values()],
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
