import type { Calendar } from '../../demonstration/calendar.js';
import type { CaseStory } from '../../demonstration/case-story.js';
import type { Script } from '../../demonstration/script.js';
import type { Step } from './lived-moves.js';

const madeUp = { words: 'Made-up words' };
const removal = { reason: 'no-longer-necessary', ...madeUp };

/** A person of concern and a place that were taken on, and off the books again. */
export function liveRemovals(script: Script, days: Calendar): void {
  const person = { name: 'Person Larch-09', birthDate: days.born('1988-05-04') };
  const place = { name: 'Place Larch-09', kind: 'takeaway', address: '9 Sample Street, Madeupton' };
  const told = { bases: [{ code: 'repeat-association' }], why: 'Made-up words' };
  const strands = [
    ['person-cases', 'nominate', 'accept-nomination', { person, ...told }, {}],
    ['location-cases', 'report', 'accept-report', { location: place, ...told }, { jurisdiction: 'ours' }],
  ] as const;
  for (const [topic, open, accept, opening, more] of strands) {
    let id = '';
    const give = (verb: string, payload: object, who = 'intelligence') =>
      script.give(who, `${topic}/${verb}`, payload, id);
    script.at(days.before(60, '09:10'), async () => {
      id = (await script.give('intelligence', `${topic}/${open}`, opening)).id;
      await give('start-screening', {});
      await give(accept, { necessity: 'Made-up words', duplicateCheck: 'none-found', ...more });
    });
    script.at(days.before(20, '09:10'), async () => {
      await give('propose-removal', removal);
      await give('approve-removal', madeUp, 'intelligence-supervisor');
    });
  }
}

/** A service that a child was offered and went to; some finished it. */
export function liveService(step: Step, story: CaseStory, ends: boolean): void {
  let id = '';
  const give = (verb: string, payload: object) =>
    story.script.give('worker', `service-episodes/${verb}`, payload, id);
  step(1, async () => {
    id = await story.service('charity', 'Talking with a youth worker', 'Made-up words', 'Made-up words');
    await give('accept-service', madeUp);
    await give('start-service', madeUp);
  });
  if (ends) step(8, () => give('end-service', { outcome: 'completed', reason: 'Made-up words' }));
}
