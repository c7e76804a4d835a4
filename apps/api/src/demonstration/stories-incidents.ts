import type { Calendar } from './calendar.js';
import type { CaseStory } from './case-story.js';
import type { Script } from './script.js';
import type { DemonstrationPlace, StrandIds } from './strand-ids.js';

/** Where an incident was, in the words of the police, and which place of the demonstration that is. */
const where = {
  cedar: 'Outside Place Cedar-01',
  rowan: 'Back room of Place Rowan-02',
  birch: 'Stand C, Place Birch-03',
  street: 'A made-up street',
  /** Named in words, and nobody has said yet that they mean it. */
  nearCedar: 'Car park behind Place Cedar-01',
} as const;

/** Offences and other incidents of the made-up force: days ago, crime or not, what, where, victims, offenders, outcome. */
const made = [
  [230, 'non-crime', 'Adults giving alcohol to children (made up)', 'rowan', [null], [], 'NC1'],
  [210, 'crime', 'Meeting a child following grooming (made up)', 'rowan', ['V-1'], ['S-1'], '1'],
  [205, 'crime', 'Supplying alcohol to a child (made up)', 'rowan', ['V-5'], [null], 'UI'],
  [180, 'crime', 'Sexual communication with a child (made up)', 'street', ['V-2'], [null], '18'],
  [150, 'non-crime', 'Concern about a car outside a school (made up)', 'street', [null], [], 'NC1'],
  [
    120,
    'crime',
    'Paying for sexual services of a child (made up)',
    'cedar',
    ['V-1', 'V-3'],
    ['S-1', 'S-2'],
    '15',
  ],
  [104, 'non-crime', 'Children collected by car at night (made up)', 'birch', [null], [null], 'NC1'],
  [90, 'crime', 'Arranging the sexual exploitation of a child (made up)', 'birch', ['V-4'], ['S-2'], 'UI'],
  [76, 'non-crime', 'Children in the shop after midnight (made up)', 'cedar', [null], [], 'NC1'],
  [60, 'non-crime', 'Adult found with a missing child (made up)', 'cedar', ['V-1'], ['S-3'], null],
  [47, 'non-crime', 'Phones given to children (made up)', 'birch', [null, null], [null], null],
  [41, 'crime', 'Sexual communication with a child (made up)', 'cedar', ['V-4'], [null], null],
  [30, 'crime', 'Child abduction (made up)', 'birch', ['V-1'], ['S-1'], null],
  [22, 'non-crime', 'Concern about a grey car (made up)', 'nearCedar', [null], [], null],
] as const;

type Made = (typeof made)[number];

/** Who stands behind the numbers that the force gives to victims and offenders. */
const children = { 'V-1': 'alex', 'V-4': 'jesse' } as const;
const adults = { 'S-1': 'amber' } as const;

const known = <T>(names: Readonly<Record<string, T>>, number: string | null): T | undefined =>
  number === null ? undefined : names[number];

/**
 * What the police recorded of a made-up year, with outcomes: some of the victims are children of cases, whose workers are
 * told; an offender is a person of concern, and most of the places are places of concern.
 */
export function incidentStories(
  script: Script,
  days: Calendar,
  cases: { alex: CaseStory; jesse: CaseStory },
  strands: StrandIds,
): void {
  const ids: string[] = [];
  script.at(days.before(8, '09:00'), async () => {
    for (const [index, one] of made.entries()) {
      const { id } = await record(script, days, one, index);
      ids.push(id);
      for (const [at, number] of one[4].entries()) {
        const name = known(children, number);
        if (!name) continue;
        const childId = await script.childOf(cases[name].caseId);
        await script.give('police-desk', 'incident-victims/link-victim', {
          childId,
          incidentId: id,
          victim: at + 1,
        });
      }
    }
  });
  script.at(days.before(7, '09:30'), async () => {
    for (const [index, [, , , at, , offenders]] of made.entries()) {
      const incidentId = ids[index];
      const locationId = strands.places[at as DemonstrationPlace];
      if (locationId)
        await script.give('police-desk', 'incident-parts/link-part', { incidentId, locationId });
      for (const [place, number] of offenders.entries()) {
        const name = known(adults, number);
        if (!name) continue;
        const personId = await script.aboutOf('personCase', strands[name]);
        const suspected = { incidentId, personId, offender: place + 1 };
        await script.give('intelligence', 'incident-parts/link-part', suspected);
      }
    }
  });
}

function record(script: Script, days: Calendar, one: Made, index: number) {
  const [ago, kind, offence, at, victims, offenders, code] = one;
  const party = (reference: string | null) => (reference ? { reference } : {});
  return script.give('police-desk', 'incidents/record-incident', {
    force: 'Fernshire Police',
    reference: `FP/${1001 + index}`,
    kind,
    offence,
    committed: days.dateBefore(ago + 2),
    recorded: days.dateBefore(ago),
    place: where[at],
    victims: victims.map(party),
    offenders: offenders.map(party),
    ...(code ? { outcome: { code, on: days.dateBefore(ago - 10) } } : {}),
  });
}
