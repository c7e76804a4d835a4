import type { Calendar } from '../../demonstration/calendar.js';
import type { Script } from '../../demonstration/script.js';

const madeUp = 'Made-up words';
const from = 'A return';

/** What happens to two records of a child, by working days before the present. */
interface TwoRecords {
  name: string;
  joined: number;
  /** When it turned out that they are two children after all. */
  parted?: number;
}

/** Two records, each with a case and absences, of which the one knows the sex and the other the ethnicity. */
function liveTwo(script: Script, days: Calendar, { name, joined, parted }: TwoRecords): void {
  let [kept, other] = ['', ''];
  const child = { firstName: name, birthDate: '2011-03-04', from };
  const put = async (facts: object): Promise<string> => {
    const payload = { ...child, ...facts };
    const { id: childId } = await script.give('coordinator', 'children/record-child', payload);
    const referral = {
      ...{ childId, seenOrSaid: 'Somebody was seen with the child (made up).', immediateDanger: false },
      ...{ source: 'education', concern: 'online' },
    };
    const { id } = await script.give('triage', 'child-cases/record-referral', referral);
    const triage = {
      ...{ outcome: 'risk-assessment', reasons: madeUp, teamId: 'north' },
      ...{ policeView: 'given', policeViewText: madeUp },
    };
    await script.give('triage', 'child-cases/decide-triage', triage, id);
    return childId;
  };
  const absent = (ago: number, whose: () => string) =>
    script.at(days.before(ago - 2, '09:50'), async () => {
      const facts = { start: days.dateBefore(ago), end: days.dateBefore(ago - 1) };
      const absence = { childId: whose(), kind: 'missing', from, ...facts };
      await script.give('coordinator', 'missing-episodes/record-episode', absence);
    });
  script.at(days.before(190, '09:40'), async () => {
    kept = await put({ lastName: 'Kept-made-up', ethnicity: 'WBRI' });
    other = await put({ lastName: 'Other-made-up', sex: 'female' });
  });
  absent(185, () => kept);
  absent(180, () => other);
  absent(172, () => other);
  const decide = (ago: number, command: 'merge-children' | 'unmerge-children') =>
    script.at(days.before(ago, '10:20'), async () => {
      await script.give('coordinator', `children/${command}`, { childId: other, reasons: madeUp }, kept);
      await script.give('triage', 'children/decide-merge', { decision: 'approve', childId: other }, kept);
    });
  decide(joined, 'merge-children');
  if (parted !== undefined) decide(parted, 'unmerge-children');
  absent(12, () => kept);
}

/** Two records that turn out to be of one child, and two that were taken for one child and are taken apart again. */
export function liveJoining(script: Script, days: Calendar): void {
  liveTwo(script, days, { name: 'Joined', joined: 60 });
  liveTwo(script, days, { name: 'Parted', joined: 150, parted: 58 });
}
