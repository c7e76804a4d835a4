import { dateWords } from '../../../date-words.js';
import { enter, select } from '../../../error-words.js';
import { listingPanels } from '../../panels/listing-panels.js';
import { readPanels } from '../../panels/panel.js';
import { casePage } from '../case-page.js';
import type { CaseView } from '../case-view.js';
import { gradeName, outcomeOf } from '../code-words.js';

/** What the record holds for each thing that the gate asks; nothing where it holds none. */
function heldFor(id: string, { standing }: CaseView): string | null {
  const { strategy, confirmed, plan } = standing ?? {};
  if (id === 'strategy-discussion')
    return strategy ? `${outcomeOf(strategy.outcome)}, ${dateWords(strategy.at)}` : null;
  if (id === 'confirmed-grade')
    return confirmed ? `${gradeName(confirmed.grade)}, ${dateWords(confirmed.at)}` : null;
  return plan ? `Version ${plan.version}, agreed ${dateWords(plan.agreedAt)}` : null;
}

/** Puts a case on the panel's list: why, what is asked, and what the gate still lacks. */
export const page = casePage({
  verb: 'list-for-panel',
  fields: {
    basis: select('the basis'),
    panelId: select('the panel'),
    asked: enter('what is asked of the panel'),
    noStrategyReason: enter('why there was no strategy discussion'),
    noPlanReason: enter('why there is no plan'),
    admitReason: enter('why the chair admits the case'),
  },
  model: async ({ view }, visit) => {
    const { items, area } = await readPanels(visit);
    const gate = area.gate.map(({ id, label }) => {
      const held = heldFor(id, view);
      return {
        id,
        label,
        held: held ?? 'Not on the record',
        tag: held
          ? { text: 'There', classes: 'govuk-tag--green' }
          : { text: 'Missing', classes: 'govuk-tag--red' },
        missing: held === null,
      };
    });
    const lacks = (id: string): boolean => gate.some((one) => one.id === id && one.missing);
    const roles = visit.who?.roles ?? [];
    return {
      gate,
      noStrategy: lacks('strategy-discussion'),
      noPlan: lacks('current-plan'),
      anyMissing: gate.some(({ missing }) => missing),
      chair: roles.some((role) => role === 'chair' || role === 'deputy-chair'),
      bases: area.listingBases.map(({ id, label }) => ({ value: id, text: label })),
      panels: listingPanels(items, area),
    };
  },
  body: (visit) => ({
    basis: visit.typed('basis'),
    asked: visit.typed('asked'),
    panelId: visit.typed('panelId') || undefined,
    noStrategyReason: visit.typed('noStrategyReason'),
    noPlanReason: visit.typed('noPlanReason'),
    admitReason: visit.typed('admitReason'),
  }),
  done: 'The case is on the panel’s list. Work on it goes on.',
});
