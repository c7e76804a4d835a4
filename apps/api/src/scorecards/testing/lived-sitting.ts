import type { Calendar } from '../../demonstration/calendar.js';
import type { Script } from '../../demonstration/script.js';

const theme = 'Lunch breaks near the arcade (made up)';
const person = { name: 'Person Larch-10', birthDate: '1990-05-04' };
const madeUp = 'Made-up words';
const whatOf = (index: number) => `Does what the sitting asks, made up (${index + 1})`;

/** What a sitting asks for on a theme and a person: by whom, by how many working days before the present, and how it ends. */
const asked = [
  { owner: 'member-health', due: 14, on: 15, end: { how: 'done', evidence: madeUp } },
  { owner: 'charity-worker', due: 14, on: 10, end: { how: 'done', evidence: madeUp } },
  { owner: 'member-police', due: 12, on: 12, end: { how: 'not-done', reason: madeUp } },
  { owner: 'member-health', due: 12, on: 11, end: { how: 'no-longer-possible', changed: madeUp } },
  { owner: 'member-police', due: 9, on: 0, end: null },
] as const;

/** A member or another who is on the list of a sitting. */
const listed = (agencyKind: string, attendance: 'present' | 'absent' | 'apologies') => ({
  ...{ name: `Made-up ${agencyKind}`, agency: agencyKind, agencyKind, as: 'member', attendance },
});

/**
 * A sitting that went on without a quorum, to which two members sent neither themselves nor a word: it gave actions on a
 * person and on a theme, which are on no child’s case.
 */
export function liveSitting(
  script: Script,
  days: Calendar,
  actionOf: (what: string) => Promise<string>,
): void {
  let personCase = '';
  let sitting = '';
  const onSitting = (who: string, verb: string, payload: object) =>
    script.give(who, `sittings/${verb}`, payload, sitting);
  script.at(days.before(40, '09:10'), async () => {
    const nomination = { person, bases: [{ code: 'repeat-association' }], why: madeUp };
    personCase = (await script.give('intelligence', 'person-cases/nominate', nomination)).id;
    const give = (verb: string, payload: object) =>
      script.give('intelligence', `person-cases/${verb}`, payload, personCase);
    await give('start-screening', {});
    await give('accept-nomination', { necessity: madeUp, duplicateCheck: 'none-found' });
    await give('list-for-panel', { basis: 'new', asked: madeUp });
    const startsAt = days.before(25, '10:00');
    sitting = (
      await script.give('coordinator', 'sittings/schedule-sitting', {
        ...{ panel: 'MASE panel (made up)', place: 'Room 3, made-up civic centre', startsAt },
        endsAt: days.before(25, '12:00'),
        chairId: script.person('chair'),
      })
    ).id;
    await onSitting('coordinator', 'open-agenda', {});
    const about = { caseId: personCase, caseKind: 'personCase', section: 'person', asked: madeUp };
    await onSitting('coordinator', 'add-item', about);
    const subject = { subject: 'theme', title: theme, section: 'theme', asked: madeUp };
    await onSitting('coordinator', 'add-subject', subject);
    await script.issue('issue-papers', ['chair', 'member-health'], sitting);
  });
  script.at(days.before(25, '10:05'), async () => {
    const attendance = [
      listed('social-care', 'present'),
      listed('police', 'absent'),
      listed('health', 'apologies'),
    ];
    await onSitting('coordinator', 'record-attendance', { attendance });
    await onSitting('chair', 'start-sitting', { inquorateReason: 'The roads were closed' });
    const actions = asked.map(({ owner, due }, index) => ({
      ...{ what: whatOf(index), ownerId: script.person(owner), part: 'safety', due: days.dateBefore(due) },
    }));
    await decide(script, days, await script.itemOf(sitting, personCase), actions.slice(0, 1));
    await decide(script, days, await script.itemOf(sitting, null), actions.slice(1));
    await onSitting('chair', 'end-sitting', {});
  });
  for (const [index, { owner, on, end }] of asked.entries())
    if (end)
      script.at(days.before(on, '15:10'), async () => {
        const id = await actionOf(whatOf(index));
        await script.give(owner, 'plan-actions/accept-action', {}, id);
        await script.give(owner, 'plan-actions/end-action', end, id);
      });
}

/** What the chair decides of an item, with what it asks for. */
async function decide(script: Script, days: Calendar, item: string, actions: object[]): Promise<void> {
  await script.give('chair', 'agenda-items/open-item', {}, item);
  const decision = { decision: 'continue', reasons: madeUp, nextReview: days.dateAfter(60), actions };
  await script.give('chair', 'agenda-items/record-panel-decision', decision, item);
}
