import { disposalBases } from '@mase/workflow/words';
import { select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import { basisLabels } from '../disposal.js';

type Named = { id: string; name: string; reference?: string | null };

/** The record by the address: a case, or a child without one. */
async function recordOf(visit: Visit): Promise<{ kind: 'childCase' | 'child'; one: Named }> {
  const { case: caseId, child } = visit.query;
  const kind = caseId ? 'childCase' : 'child';
  const at = caseId ? '/api/v1/child-cases/' : '/api/v1/children/';
  const { body } = await visit.read<Named>(`${at}${encodeURIComponent(caseId ?? child ?? 'none')}`);
  return { kind, one: body };
}

/** Proposes to dispose of a closed case, or of a child without one: the reason is chosen, no words are typed. */
export const page: Page = {
  id: 'disposals/propose-disposal',
  url: '/disposals/propose-disposal',
  section: '/disposals',
  fields: { basis: select('why it is disposed of') },
  place: () => 'basis',

  async get(visit) {
    if (!visit.query.case && !visit.query.child) return goTo('/disposals/due');
    const { one } = await recordOf(visit);
    return show({
      title: 'Propose to dispose of a record',
      back: { href: '/disposals/due', text: 'Cases due for disposal review' },
      model: {
        caption: [one.name, one.reference].filter(Boolean).join(', '),
        bases: disposalBases.map((value) => ({ value, text: basisLabels[value] ?? value })),
      },
    });
  },

  async post(visit) {
    const { kind, one } = await recordOf(visit);
    const { body } = await visit.send<{ id: string }>('/api/v1/disposals/propose-disposal', {
      record: { kind, id: one.id },
      basis: visit.typed('basis'),
    });
    return goTo(
      `/disposals/${encodeURIComponent(body.id)}`,
      'The disposal is proposed. Somebody else decides on it.',
    );
  },
};
