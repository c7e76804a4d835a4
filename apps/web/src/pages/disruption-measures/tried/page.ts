import { type Page, show } from '../../../page.js';
import { type MeasureLine, measureCard, onWords, section } from '../measure.js';
import { outcomeWords } from '../outcomes.js';

/** What has been tried on one person or place, and what came of it. */
export const page: Page = {
  id: 'disruption-measures/tried',
  url: '/disruption-measures/tried',
  section,

  async get(visit) {
    const { about = '' } = visit.query;
    const { body } = await visit.read<{ items: MeasureLine[]; outcomes: Record<string, number> }>(
      '/api/v1/disruption-measures/tried',
      { aboutId: about },
    );
    const [first] = body.items;
    return show({
      title: 'What has been tried here',
      back: { href: section, text: 'Measures' },
      model: {
        on: first ? onWords(first) : null,
        outcomes: outcomeWords(body.outcomes),
        lines: body.items.map(measureCard),
      },
    });
  },
};
