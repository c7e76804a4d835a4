import { type Allowed, canDo } from '../../allowed.js';
import type { ListPage } from '../../read-list.js';
import type { Visit } from '../../visit.js';
import { type LinkLine, linkCard } from './link.js';
import type { RecordKind } from './network-of.js';

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

/** A record at which links end, with what may be begun on it. */
interface Linked {
  id: string;
  begins: Allowed[];
}

/** The links at a record, as far as the reader sees them, with the ways on: also without a link, as what is shared leads on. */
export async function linksAt(visit: Visit, kind: RecordKind, { id, begins }: Linked) {
  const { body } = await visit.read<LinksAt>('/api/v1/links', { recordId: id, limit: 100 });
  return {
    lines: body.items.map(linkCard),
    within: body.within ? withinWords(body.within) : null,
    record: canDo(begins, 'links/record-link') ? `/links/record-link?from=${kind}:${id}` : null,
    network: `/links/network?of=${kind}:${id}`,
  };
}
