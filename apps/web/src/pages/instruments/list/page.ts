import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { concernOf } from '../../child-cases/code-words.js';
import { type ChangeLine, changeTag, changeWords } from '../../instrument-changes/change.js';

interface InstrumentLine {
  id: string;
  version: number;
  title: string;
  purpose: string;
  licence: string;
  kinds: string[];
  effectiveFrom: string;
  effectiveTo: string | null;
  own: boolean;
  state: 'offered' | 'inForce' | 'kept';
}

const states = {
  offered: { text: 'Offered', classes: 'govuk-tag--green' },
  inForce: { text: 'May be finished', classes: 'govuk-tag--yellow' },
  kept: { text: 'Kept to read', classes: 'govuk-tag--grey' },
};

const purposeWords: Record<string, string> = {
  assessment: 'Assessment: a worker judges and proposes a grade',
  screening: 'Screening: whether somebody should assess, never what grade',
};

const order = ['offered', 'inForce', 'kept'];

/** The tools that the area uses, every version with its dates: an assessment stays readable under its own. */
export const page: Page = {
  id: 'instruments/list',
  url: '/instruments',

  async get(visit) {
    const [{ body }, changes] = await Promise.all([
      visit.read<{ items: InstrumentLine[] }>('/api/v1/instruments'),
      visit.read<{ items: ChangeLine[] }>('/api/v1/instrument-changes', { limit: 20 }),
    ]);
    const { items } = body;
    const lines = [...items].sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
    return show({
      title: 'Tools for screening and assessment',
      model: {
        mayPropose: (visit.who?.roles ?? []).includes('administrator'),
        changes: changes.body.items.map((one) => ({
          href: `/instrument-changes/${one.id}`,
          text: changeWords(one),
          from: dateWords(one.from),
          tag: changeTag(one.state),
        })),
        lines: lines.map((one) => ({
          title: one.title,
          version: one.version,
          id: one.id,
          purpose: purposeWords[one.purpose] ?? one.purpose,
          kinds: one.kinds.map(concernOf).join('; '),
          from: dateWords(one.effectiveFrom),
          to: one.effectiveTo ? dateWords(one.effectiveTo) : 'further notice',
          licence: one.own ? `The area’s own: ${one.licence}` : one.licence,
          tag: states[one.state],
        })),
      },
    });
  },
};
