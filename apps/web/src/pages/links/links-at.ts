import { readList } from '../../read-list.js';
import type { Visit } from '../../visit.js';
import { type LinkLine, linkCard } from './link.js';
import type { RecordKind } from './network-of.js';

const recording = [
  ...['intelligence-officer', 'intelligence-supervisor', 'police-desk', 'worker', 'manager', 'duty-manager'],
  ...['triage-social-worker', 'triage-officer', 'coordinator', 'licensing-officer', 'interviewer'],
];

/** The links at a record, as far as the reader sees them, with the ways on: also without a link, as what is shared leads on. Recording is only an offer. */
export async function linksAt(visit: Visit, kind: RecordKind, id: string) {
  const { items } = await readList<LinkLine>(visit, '/api/v1/links', {
    after: undefined,
    recordId: id,
    limit: 100,
  });
  const may = (visit.who?.roles ?? []).some((role) => recording.includes(role));
  return {
    lines: items.map(linkCard),
    record: may ? `/links/record-link?from=${kind}:${id}` : null,
    network: `/links/network?of=${kind}:${id}`,
  };
}
