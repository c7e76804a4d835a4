import { periodWords, stateLabels } from '@mase/workflow/words';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { type FiguresLine, figuresTag, partnerFigures } from '../figures.js';

const givers = [
  ...['coordinator', 'chair', 'deputy-chair', 'senior', 'manager', 'member', 'police-desk'],
  ...['intelligence-officer', 'intelligence-supervisor'],
];

const steering = givers.slice(0, 4);
const phases = ['expected', 'given', 'withdrawn'];

/** Figures that agencies counted themselves or are asked for, of one period or all, the newest first. */
export const page: Page = {
  id: 'partner-figures/list',
  url: partnerFigures,
  section: '/imports',

  async get(visit) {
    const period = visit.query.period?.trim() || undefined;
    const phase = phases.find((one) => one === visit.query.phase);
    const asked = { period, phase };
    const { items } = await readList<FiguresLine>(visit, '/api/v1/partner-figures', asked);
    const has = (roles: readonly string[]) => (visit.who?.roles ?? []).some((role) => roles.includes(role));
    return show({
      title: 'Figures of partners',
      model: {
        period: period ?? '',
        sort: visit.query.sort ?? '',
        phases: [
          { value: '', text: 'All' },
          ...phases.map((value) => ({ value, text: stateLabels[value], selected: value === phase })),
        ],
        ...{ mayGive: has(givers), mayAsk: has(steering) },
        lines: items.map((one) => ({
          ...{ agency: one.agencyName, measure: one.measure, period: periodWords(one.period) },
          tag: figuresTag(one),
          due: one.state === 'expected' && one.dueOn ? `due ${dateWords(one.dueOn)}` : '',
          href: `${partnerFigures}/${one.id}`,
        })),
      },
    });
  },
};
