import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { type FiguresLine, figuresTag, partnerFigures } from '../figures.js';

const givers = [
  ...['coordinator', 'chair', 'deputy-chair', 'senior', 'manager', 'member', 'police-desk'],
  ...['intelligence-officer', 'intelligence-supervisor'],
];

/** Figures that agencies counted themselves, of one year or all, the newest first. */
export const page: Page = {
  id: 'partner-figures/list',
  url: partnerFigures,
  section: '/imports',

  async get(visit) {
    const year = visit.query.year?.trim() || undefined;
    const { items, next } = await readList<FiguresLine>(visit, '/api/v1/partner-figures', { year });
    const further = new URLSearchParams({ ...(year ? { year } : {}), after: next ?? '' });
    return show({
      title: 'Figures of partners',
      model: {
        year: year ?? '',
        mayGive: (visit.who?.roles ?? []).some((role) => givers.includes(role)),
        lines: items.map((one) => ({
          ...{ agency: one.agencyName, measure: one.measure, year: one.year, tag: figuresTag(one) },
          href: `${partnerFigures}/${one.id}`,
        })),
        next: next && `${partnerFigures}?${further}`,
      },
    });
  },
};
