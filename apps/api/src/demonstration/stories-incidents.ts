import type { Calendar } from './calendar.js';
import type { CaseStory } from './case-story.js';
import type { Script } from './script.js';

/** Offences and other incidents of the made-up force: days ago, crime or not, what, victims, offenders, outcome. */
const made = [
  [210, 'crime', 'Meeting a child following grooming (made up)', ['V-1'], ['S-1'], '1'],
  [180, 'crime', 'Sexual communication with a child (made up)', ['V-2'], [null], '18'],
  [150, 'non-crime', 'Concern about a car outside a school (made up)', [null], [], 'NC1'],
  [120, 'crime', 'Paying for sexual services of a child (made up)', ['V-1', 'V-3'], ['S-1', 'S-2'], '15'],
  [90, 'crime', 'Arranging the sexual exploitation of a child (made up)', ['V-4'], ['S-2'], 'UI'],
  [60, 'non-crime', 'Adult found with a missing child (made up)', ['V-1'], ['S-3'], null],
  [30, 'crime', 'Child abduction (made up)', ['V-1'], ['S-1'], null],
] as const;

/**
 * What the police recorded, with outcomes; the first victim is the child of a case, whose worker is told. Answers the
 * incident that was recorded last, as soon as it is.
 */
export function incidentStories(script: Script, days: Calendar, story: CaseStory): { lastId: string } {
  const known = { lastId: '' };
  script.at(days.before(8, '09:00'), async () => {
    const party = (reference: string | null) => (reference ? { reference } : {});
    for (const [place, [ago, kind, offence, victims, offenders, code]] of made.entries()) {
      const recorded = days.dateBefore(ago);
      const { id } = await script.give('police-desk', 'incidents/record-incident', {
        force: 'Fernshire Police',
        reference: `FP/${1001 + place}`,
        kind,
        offence,
        committed: days.dateBefore(ago + 2),
        recorded,
        place: place % 2 === 0 ? 'Outside Place Cedar-01' : 'A made-up street',
        victims: victims.map(party),
        offenders: offenders.map(party),
        ...(code ? { outcome: { code, on: days.dateBefore(ago - 10) } } : {}),
      });
      known.lastId = id;
      if (![0, 3, 6].includes(place)) continue;
      const childId = await script.childOf(story.caseId);
      await script.give('police-desk', 'incident-victims/link-victim', {
        childId,
        incidentId: id,
        victim: 1,
      });
    }
  });
  return known;
}
