import type { Calendar } from './calendar.js';
import type { CaseStory } from './case-story.js';
import type { Script } from './script.js';
import type { StrandIds } from './strand-ids.js';

/** A notice about abduction, served on an adult for the child of a story: it lapses as the child is 16. */
function notice(script: Script, days: Calendar, story: CaseStory): void {
  let noticeId = '';
  script.at(days.before(11, '10:00'), async () => {
    const nominated = await script.give('intelligence', 'person-cases/nominate', {
      person: { name: 'Person Russet-11', birthDate: days.born('1994-08-21') },
      bases: [{ code: 'repeat-association' }],
      why: 'Messages a child and was seen to collect her by car (made up).',
    });
    const { id } = await script.give('intelligence', 'disruption-measures/consider-measure', {
      code: 'cawn',
      personId: await script.aboutOf('personCase', nominated.id),
      childIds: [await script.childOf(story.caseId)],
      why: 'To keep a made-up adult away from the child while he is investigated.',
      nextOn: days.dateAfter(5),
    });
    await script.give(
      'intelligence',
      'disruption-measures/serve-measure',
      {
        how: 'Handed over and explained by a made-up officer, who took a statement of the carer first.',
        conditions: 'Has nothing to do with the child: no meeting, no message, no lift, no shelter.',
      },
      id,
    );
    noticeId = id;
  });
  script.at(days.before(6, '09:40'), async () => {
    const breach = {
      what: 'A made-up message came from a new number.',
      answer: 'Reported as a crime; the phone is held.',
    };
    await script.give('intelligence', 'disruption-measures/record-breach', breach, noticeId);
  });
}

/** A closure order of which the last day is over, and a review of a licence that is asked for. */
function place(script: Script, days: Calendar, ids: StrandIds): void {
  let closureId = '';
  script.at(days.before(60, '15:00'), async () => {
    const reported = await script.give('intelligence', 'location-cases/report', {
      location: {
        name: 'Place Rowan-02',
        kind: 'licensed-premises',
        address: '2 Sample Street, Madeupton',
        postcode: 'ZZ1 1ZZ',
        latitude: 53.994,
        longitude: -1.516,
        licence: 'Premises licence (made up)',
      },
      bases: [{ code: 'incident' }],
      why: 'Children were given alcohol in a back room (made up).',
    });
    await script.give('intelligence', 'location-cases/start-screening', {}, reported.id);
    await script.give(
      'intelligence',
      'location-cases/accept-report',
      { necessity: 'Two made-up reports.', duplicateCheck: 'none-found', jurisdiction: 'ours' },
      reported.id,
    );
    const locationId = await script.aboutOf('locationCase', reported.id);
    ids.places.rowan = locationId;
    const closure = await script.give('intelligence', 'disruption-measures/consider-measure', {
      ...{ code: 'closure-order', locationId, nextOn: days.dateBefore(55) },
      why: 'To shut the back room until the licence is looked at (made up).',
    });
    await script.give(
      'intelligence',
      'disruption-measures/grant-measure',
      {
        decidedBy: 'Made-up magistrates',
        conditions: 'Nobody but the keeper may be in the building.',
        lastDay: days.dateBefore(20),
      },
      closure.id,
    );
    closureId = closure.id;
    const review = await script.give('licensing', 'disruption-measures/consider-measure', {
      ...{ code: 'licence-review', locationId, nextOn: days.dateAfter(3) },
      why: 'Children were served; the keeper was warned before (made up).',
    });
    await script.give(
      'licensing',
      'disruption-measures/apply-for-measure',
      {
        to: 'Fernshire licensing committee',
        words: 'Asked to suspend the licence (made up).',
        nextOn: days.dateAfter(9),
      },
      review.id,
    );
  });
  script.at(days.before(19, '09:00'), () => script.expireMeasure(closureId));
}

/** What is done about a person and a place: a served notice with its lapse, an order that has expired, a review of a licence. */
export function measureStories(script: Script, days: Calendar, story: CaseStory, ids: StrandIds): void {
  notice(script, days, story);
  place(script, days, ids);
}
