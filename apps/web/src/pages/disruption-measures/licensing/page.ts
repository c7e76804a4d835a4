import { type Page, show } from '../../../page.js';
import { type MeasureLine, measureCard, section } from '../measure.js';
import { outcomeWords } from '../outcomes.js';

interface Lever {
  code: string;
  title: string;
  statute: string;
  section: string;
  aim: string;
}

/** What licensing can act on: its measures that are law today, and where each was used. */
export const page: Page = {
  id: 'disruption-measures/licensing',
  url: '/disruption-measures/licensing',
  section,

  async get(visit) {
    const { body } = await visit.read<{
      levers: Lever[];
      items: MeasureLine[];
      outcomes: Record<string, number>;
    }>('/api/v1/disruption-measures/licensing');
    const used = (code: string) => body.items.filter((one) => one.code === code);
    return show({
      title: 'What licensing can act on',
      back: { href: section, text: 'Measures' },
      model: {
        outcomes: outcomeWords(body.outcomes),
        lines: body.items.map(measureCard),
        levers: body.levers.map((one) => ({
          title: one.title,
          law: `${one.statute}, ${one.section}`,
          aim: one.aim,
          used: used(one.code).length,
          inForce: used(one.code).filter(({ state }) => state === 'inForce').length,
        })),
      },
    });
  },
};
