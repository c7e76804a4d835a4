import type { Calendar } from './calendar.js';
import type { CaseStory } from './case-story.js';
import type { Script } from './script.js';

const hours = (from: string, count: number) => new Date(Date.parse(from) + count * 3_600_000).toISOString();

/** Somebody on leave with a stand-in, a duty rota with a gap ahead, and a record that was opened in an emergency. */
export function coverStories(script: Script, days: Calendar, opened: CaseStory): void {
  script.at(days.before(2, '16:00'), async () => {
    const from = days.before(1, '00:00');
    const absence = { from, until: hours(from, 12 * 24), reason: 'leave' };
    const standIn = { standInId: script.person('charity-worker') };
    await script.give(
      'interviewer',
      'users/record-absence',
      { ...absence, ...standIn },
      script.person('interviewer'),
    );
  });
  script.at(days.before(1, '15:00'), async () => {
    const { id } = await script.give('manager', 'duty-rotas/open-rota', {
      name: 'Duty managers',
      role: 'duty-manager',
      agencyId: script.founded.agencies.council,
      hours: 'outside-office-hours',
    });
    const from = days.before(1, '17:00');
    // The working day before may be three days ago: the last of them is ahead all the same.
    const on = ['duty', 'manager-two', 'duty', 'manager-south', 'duty'];
    const shifts = on.map((who, index) => ({
      userId: script.person(who),
      from: hours(from, index * 24),
      until: hours(from, index * 24 + 16),
    }));
    await script.give('manager', 'duty-rotas/enter-week', { weekFrom: from.slice(0, 10), shifts }, id);
  });
  script.at(days.before(1, '18:20'), async () => {
    const reason = 'A made-up girl came to our office and asked for her worker, who could not be reached.';
    await script.breakGlass('worker-south', opened.caseId, reason);
  });
}
