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
