import type { Calendar } from './calendar.js';
import type { Script } from './script.js';
import type { StrandIds } from './strand-ids.js';

/** An adult nominated by a school, accepted, investigated, and before the panel soon. */
function amber(script: Script, days: Calendar, ids: StrandIds): void {
  script.at(days.before(40, '11:20'), async () => {
    const { id } = await script.give('referrer', 'person-cases/nominate', {
      person: {
        name: 'Person Amber-04',
        birthDate: days.born('1991-02-11'),
        sex: 'male',
        positionOfTrust: 'no',
        description: 'Tall, a green jacket (made up)',
        identifiers: [
          { kind: 'phone', text: '07700 900345' },
          { kind: 'vehicle', text: 'AB12 CDE' },
        ],
      },
      bases: [{ code: 'repeat-association' }, { code: 'vehicle' }],
      why: 'Waits outside the made-up school in a grey car; two pupils were given phones.',
    });
    ids.amber = id;
    await script.give('intelligence', 'person-cases/start-screening', {}, id);
    await script.give(
      'intelligence',
      'person-cases/accept-nomination',
      { necessity: 'Three sightings in a made-up month, by two people.', duplicateCheck: 'none-found' },
      id,
    );
    await script.give(
      'intelligence',
      'person-cases/set-priority',
      { gravity: 'serious', access: 'some' },
      id,
    );
    await script.give(
      'intelligence',
      'person-cases/record-investigation',
      {
        officer: 'DC Made-Up',
        stage: 'opened',
        words: 'A made-up investigation was opened.',
        outcome: 'That police are looking into it',
      },
      id,
    );
    await script.give(
      'intelligence',
      'person-cases/list-for-panel',
      { basis: 'new', asked: 'What can each agency do about the car and the phones?' },
      id,
    );
  });
}

/** A young person of about sixteen, for whom a social care manager is asked to answer. */
function ochre(script: Script, days: Calendar): void {
  script.at(days.before(3, '15:10'), async () => {
    const { id } = await script.give('intelligence', 'person-cases/nominate', {
      person: { name: 'Person Ochre-07', ageFrom: 15, ageTo: 17, ethnicityOfficer: 'IC9' },
      bases: [{ code: 'disclosure' }],
      why: 'A made-up report says that he brought two younger children to a flat.',
    });
    await script.give('intelligence', 'person-cases/start-screening', {}, id);
    await script.give(
      'intelligence',
      'person-cases/ask-care-manager',
      { managerId: script.person('manager'), words: 'Is he known to you, and what keeps him safe?' },
      id,
    );
  });
}

/** A takeaway with a licence, where staff were trained; a bus station, taken on; and an online space that waits to be screened. */
function places(script: Script, days: Calendar, ids: StrandIds): void {
  script.at(days.before(30, '14:00'), async () => {
    const { id } = await script.give('intelligence', 'location-cases/report', {
      location: {
        name: 'Place Cedar-01',
        kind: 'takeaway',
        address: '1 Sample Street, Madeupton',
        postcode: 'ZZ1 1ZZ',
        latitude: 54.001,
        longitude: -1.502,
        licence: 'Late night refreshment (made up)',
        regulator: 'Fernshire Licensing',
        manager: 'The made-up keeper',
        levers: ['licence-review', 'staff-training'],
      },
      bases: [{ code: 'missing-found-there' }, { code: 'incident' }],
      why: 'Two missing children were found there late (made up).',
    });
    await script.give('intelligence', 'location-cases/start-screening', {}, id);
    await script.give(
      'intelligence',
      'location-cases/accept-report',
      { necessity: 'Two children in a made-up month.', duplicateCheck: 'none-found', jurisdiction: 'ours' },
      id,
    );
    await script.give(
      'intelligence',
      'location-cases/set-priority',
      { gravity: 'concern', access: 'some' },
      id,
    );
    ids.cedar = id;
    await script.give(
      'intelligence',
      'location-cases/list-for-panel',
      { basis: 'new', asked: 'What may the licence ask of the made-up keeper?' },
      id,
    );
    const cedar = await script.aboutOf('locationCase', id);
    ids.places.cedar = cedar;
    await script.give(
      'licensing',
      'locations/record-prevention',
      {
        kind: 'training',
        on: days.dateBefore(31),
        audience: 'Night staff',
        attended: 6,
        words: 'What to look out for, and whom to ring (made up).',
      },
      cedar,
    );
  });
  script.at(days.before(24, '10:30'), async () => {
    const { id } = await script.give('police-desk', 'location-cases/report', {
      location: {
        name: 'Place Birch-03',
        kind: 'transport-hub',
        address: '3 Sample Street, Madeupton',
        postcode: 'ZZ1 3ZZ',
        latitude: 54.012,
        longitude: -1.478,
        manager: 'The made-up station master',
        levers: ['public-spaces-order', 'dispersal'],
      },
      bases: [{ code: 'incident' }],
      why: 'Children are collected by car after the last bus (made up).',
    });
    await script.give('intelligence', 'location-cases/start-screening', {}, id);
    await script.give(
      'intelligence',
      'location-cases/accept-report',
      {
        necessity: 'Three made-up reports in two months.',
        duplicateCheck: 'none-found',
        jurisdiction: 'ours',
      },
      id,
    );
    ids.places.birch = await script.aboutOf('locationCase', id);
  });
  script.at(days.before(1, '16:40'), async () => {
    await script.give('worker', 'location-cases/report', {
      location: { name: 'Place Elm-02', kind: 'online-space', handle: 'made-up-room' },
      bases: [{ code: 'repeat-association' }],
      why: 'Two children spoke of the same made-up room online.',
    });
  });
}

/** Persons of concern and locations, each of them made up: one of each worked on, one of each just told of. */
export function strandStories(script: Script, days: Calendar, ids: StrandIds): void {
  amber(script, days, ids);
  ochre(script, days);
  places(script, days, ids);
}
