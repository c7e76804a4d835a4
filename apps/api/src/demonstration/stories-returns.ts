import type { Calendar } from './calendar.js';
import type { Script } from './script.js';

const quarterOf = (day: string) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
const measure = 'Screening for exploitation (made up)';
const lines = [
  { label: 'Screened', way: 'at-least', target: 120 },
  { label: 'Waited more than 10 days', way: 'at-most', target: 20 },
  { label: 'Told to social care' },
];
const source = 'The made-up system of the trust';

/** Returns of partners: two of one trust with its commentary, one that is late and was chased, one that is expected. */
export function returnStories(script: Script, days: Calendar): void {
  const ask = (agency: string, who: string, [period, due]: [string, string]) =>
    script.give('coordinator', 'partner-figures/ask-figures', {
      ...{ agencyId: script.founded.agencies[agency], leadId: script.person(who), period, due },
      ...{ measure, lines },
    });
  const counted = (...numbers: (number | null)[]) =>
    lines.map(({ label }, place) => ({ label, n: numbers[place] }));
  const [before, last] = [quarterOf(days.dateAfter(-184)), quarterOf(days.dateAfter(-92))];
  script.at(days.before(30, '10:20'), async () => {
    const earlier = await ask('health', 'member-health', [before, days.dateAfter(5)]);
    const first = { figures: counted(124, 17, null), source };
    await script.give('member-health', 'partner-figures/return-figures', first, earlier.id);
    const { id } = await ask('health', 'member-health', [last, days.dateBefore(10)]);
    const note = 'Two posts were empty for six weeks; both are filled (made up)';
    const second = { figures: counted(97, 31, 12), source, note };
    await script.give('member-health', 'partner-figures/return-figures', second, id);
  });
  script.at(days.before(28, '10:20'), async () => {
    const { id } = await ask('police', 'member-police', [last, days.dateBefore(6)]);
    await ask('school', 'coordinator', [last, days.dateAfter(20)]);
    const words = 'The panel looks at the quarter next week (made up)';
    await script.give('coordinator', 'partner-figures/chase-figures', { words }, id);
  });
}
