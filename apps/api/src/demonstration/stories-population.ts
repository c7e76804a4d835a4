import type { Calendar } from './calendar.js';
import type { Script } from './script.js';

const sexes = { female: 24_310, male: 25_640 };
const ages = { '10 and under': 29_900, '11 to 12': 5_820, '13 to 15': 8_610, '16 to 17': 5_620 };
const ethnicities = {
  WBRI: 33_480,
  WOTH: 3_120,
  MWBC: 1_240,
  APKN: 5_460,
  AIND: 2_870,
  BAFR: 2_050,
  OOTH: 1_730,
};
const statuses = { 'child-in-need': 1_640, 'protection-plan': 212, 'looked-after': 388, 'youth-justice': 96 };

const groupsOf = (characteristic: string, counts: Record<string, number>) =>
  Object.entries(counts).map(([group, count]) => ({ characteristic, group, count }));

/** How many children live in the made-up area: the cohort is compared with them. */
export function populationStory(script: Script, days: Calendar): void {
  script.at(days.before(6, '10:40'), async () => {
    await script.give('coordinator', 'population-tables/record-table', {
      ...{ area: 'Fernshire (made up)', source: 'Made-up estimates of the middle of the year' },
      ...{ year: Number(days.before(400).slice(0, 4)), total: 49_950 },
      groups: [
        ...groupsOf('sex', sexes),
        ...groupsOf('age', ages),
        ...groupsOf('ethnicity', ethnicities),
        ...groupsOf('vulnerability', statuses),
      ],
    });
  });
}
