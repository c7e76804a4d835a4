import { disposalBases } from '@mase/workflow/words';
import { select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import type { Visit } from '../../../visit.js';
import { basisLabels } from '../disposal.js';

type Named = { id: string; name: string; reference?: string | null };
type Found = { kind: 'childCase' | 'child'; one: Named };

/** The record by the address: a case by its id or reference, or a child without one; null where none is named. */
async function recordOf(visit: Visit): Promise<Found | null> {
  const { case: caseId, child, reference } = visit.query;
  if (reference) {
    const { items } = await readList<Named>(visit, '/api/v1/child-cases', { reference, after: undefined });
    return items[0] ? { kind: 'childCase', one: items[0] } : null;
  }
  if (!caseId && !child) return null;
  const at = caseId ? '/api/v1/child-cases/' : '/api/v1/children/';
  const { body } = await visit.read<Named>(`${at}${encodeURIComponent(caseId ?? child ?? '')}`);
  return { kind: caseId ? 'childCase' : 'child', one: body };
}

/** Proposes to dispose of a closed case, or of a child without one: the reason is chosen, no words are typed. */
export const page: Page = {
  id: 'disposals/propose-disposal',
  url: '/disposals/propose-disposal',
  section: '/disposals',
  fields: { basis: select('why it is disposed of') },
  place: () => 'basis',

  async get(visit) {
    const found = await recordOf(visit);
    return show({
      title: 'Propose to dispose of a record',
      back: { href: '/disposals/due', text: 'Cases due for disposal review' },
      model: {
        caption: found ? [found.one.name, found.one.reference].filter(Boolean).join(', ') : 'Disposals',
        found: found !== null,
        sought: visit.query.reference ?? '',
        bases: disposalBases.map((value) => ({ value, text: basisLabels[value] ?? value })),
      },
    });
  },

  async post(visit) {
    const found = await recordOf(visit);
    if (!found) return goTo('/disposals/propose-disposal');
    const { body } = await visit.send<{ id: string }>('/api/v1/disposals/propose-disposal', {
      record: { kind: found.kind, id: found.one.id },
      basis: visit.typed('basis'),
    });
    return goTo(
      `/disposals/${encodeURIComponent(body.id)}`,
      'The disposal is proposed. Somebody else decides on it.',
    );
  },
};
