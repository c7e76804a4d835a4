import type { ListPage } from '../../read-list.js';
import type { Visit } from '../../visit.js';
import { type LinkLine, linkCard } from './link.js';
import type { RecordKind } from './network-of.js';

const recording = [
  ...['intelligence-officer', 'intelligence-supervisor', 'police-desk', 'worker', 'manager', 'duty-manager'],
  ...['triage-social-worker', 'triage-officer', 'coordinator', 'licensing-officer', 'interviewer'],
];

interface Within {
  all: number;
  children: number;
}

type LinksAt = ListPage<LinkLine> & { within: Within | null };

/** How much the reader may see within two steps of a record, in words. */
function withinWords({ all, children }: Within): string {
  if (all === 0) return 'Nothing that you may see is within two steps.';
  const who = children === 1 ? '1 child' : `${children} children`;
  return `Within two steps you may see ${all}: ${who}${all > children ? ` and ${all - children} other` : ''}.`;
}

/** The links at a record, as far as the reader sees them, with the ways on: also without a link, as what is shared leads on. Recording is only an offer. */
export async function linksAt(visit: Visit, kind: RecordKind, id: string) {
  const { body } = await visit.read<LinksAt>('/api/v1/links', { recordId: id, limit: 100 });
  const may = (visit.who?.roles ?? []).some((role) => recording.includes(role));
  return {
    lines: body.items.map(linkCard),
    within: body.within ? withinWords(body.within) : null,
    record: may ? `/links/record-link?from=${kind}:${id}` : null,
    network: `/links/network?of=${kind}:${id}`,
  };
}
