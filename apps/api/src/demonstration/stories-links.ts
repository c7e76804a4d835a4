import type { Calendar } from './calendar.js';
import type { CaseStory } from './case-story.js';
import type { Script } from './script.js';
import type { StrandIds } from './strand-ids.js';

/**
 * Three children who were rung from one made-up number: a link of each, of which the desk graded the first; two of them
 * were seen at one bus station.
 */
export function linkStories(
  script: Script,
  days: Calendar,
  stories: readonly CaseStory[],
  { places }: StrandIds,
): void {
  const grade = (id: string | undefined) =>
    script.give(
      'intelligence',
      'links/grade-link',
      {
        grade: { source: '1', information: 'A', handling: 'P', conditions: [] },
        told: 'Somebody whom the police know is near the child (made up).',
        reviewBy: days.dateAfter(150),
        reasons: 'The worker saw it herself (made up).',
      },
      id,
    );
  script.at(days.before(4, '11:15'), async () => {
    const recorded: string[] = [];
    for (const { caseId } of stories.slice(0, 2)) {
      const { id } = await script.give('coordinator', 'links/record-link', {
        kind: 'seen-at',
        from: { kind: 'child', id: await script.childOf(caseId) },
        to: { kind: 'location', id: places.birch },
        firstOn: days.dateBefore(34),
        lastOn: days.dateBefore(9),
        source: 'casework',
        words: 'Waits there after the last bus, by what the made-up inspector saw.',
      });
      recorded.push(id);
    }
    await grade(recorded[0]);
  });
  script.at(days.before(4, '10:40'), async () => {
    const recorded: string[] = [];
    for (const { caseId } of stories) {
      const { id } = await script.give('coordinator', 'links/record-link', {
        kind: 'contacted-from',
        from: { kind: 'child', id: await script.childOf(caseId) },
        to: { kind: 'phone', text: '07700 900345' },
        firstOn: days.dateBefore(12),
        lastOn: days.dateBefore(6),
        source: 'casework',
        words: 'The number stood on a made-up screen that was shown to the worker.',
      });
      recorded.push(id);
    }
    await grade(recorded[0]);
  });
}
