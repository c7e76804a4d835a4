import { daysAsked } from '../../../asked-days.js';
import { type Page, show } from '../../../page.js';
import { lineWords, type UnusualReport } from '../unusual-line.js';

/** Looking at records that asks for an explanation: each line with its own, and what was decided of it. */
export const page: Page = {
  id: 'unusual-looking/list',
  url: '/unusual-looking',
  section: '/unusual-looking',

  async get(visit) {
    const days = daysAsked(visit);
    const { body } = await visit.read<UnusualReport>('/api/v1/unusual-looking', days);
    return show({
      title: 'Unusual looking',
      model: {
        ...days,
        lines: body.items.map((one) => lineWords(one, days)),
        waiting: body.waiting,
        notLookedFor: body.notLookedFor,
        reviews: visit.who?.roles?.includes('information-governance') ?? false,
      },
    });
  },
};
