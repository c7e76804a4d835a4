import type { Calendar } from '../../demonstration/calendar.js';
import type { Script } from '../../demonstration/script.js';

/** Two crimes of the last weeks with one suspect, who was charged with the first; the other goes on. */
export function liveIncidents(script: Script, days: Calendar): void {
  const crimes = [
    { reference: 'FP/2001', recorded: 34, code: '1' },
    { reference: 'FP/2002', recorded: 29, code: 'UI' },
  ];
  for (const [index, { reference, recorded, code }] of crimes.entries())
    script.at(days.before(recorded - 20, '11:10'), async () => {
      await script.give('police-desk', 'incidents/record-incident', {
        ...{ force: 'Fernshire Police', reference, kind: 'crime', offence: 'Child abduction (made up)' },
        ...{ committed: days.dateBefore(recorded + 2), recorded: days.dateBefore(recorded) },
        place: 'Behind the made-up arcade',
        victims: [{ reference: `V-${20 + index}` }],
        offenders: [{ reference: 'S-20' }],
        outcome: { code, on: days.dateBefore(recorded - 15) },
      });
    });
}

/**
 * The first weeks of the year: two absences of a child, an earlier one that is told of in the summer and another in the
 * autumn; and a crime of which the police find out at the end of the year that it was recorded ten days earlier.
 */
export function liveEarly(script: Script, days: Calendar): void {
  const from = 'A return';
  let childId = '';
  const absent = async (started: number): Promise<void> => {
    await script.give('coordinator', 'missing-episodes/record-episode', {
      ...{ childId, kind: 'missing', from },
      ...{ start: days.dateBefore(started), end: days.dateBefore(started - 1) },
    });
  };
  script.at(days.before(165, '09:40'), async () => {
    const child = { firstName: 'Early', lastName: 'Made-up', birthDate: '2011-04-05', sex: 'female', from };
    childId = (await script.give('coordinator', 'children/record-child', child)).id;
    await absent(171);
    await absent(167);
  });
  script.at(days.before(100, '09:40'), () => absent(178));
  script.at(days.before(30, '09:40'), () => absent(32));
  const crime = {
    ...{ kind: 'crime', offence: 'Child abduction (made up)', place: 'Beside the made-up ice rink' },
    ...{ victims: [{ reference: 'V-30' }], offenders: [{ reference: 'S-30' }] },
  };
  let incident = '';
  script.at(days.before(168, '11:10'), async () => {
    const recorded = days.dateBefore(169);
    const facts = { ...crime, force: 'Fernshire Police', reference: 'FP/2003', recorded };
    incident = (await script.give('police-desk', 'incidents/record-incident', facts)).id;
  });
  script.at(days.before(10, '11:10'), async () => {
    const facts = { ...crime, recorded: days.dateBefore(176), reason: 'Made-up words' };
    await script.give('police-desk', 'incidents/change-incident', facts, incident);
  });
}
