import { bigSitting } from '../../testing/big-sitting.js';
import type { SittingOf, SittingSize } from '../../testing/sitting-of.js';
import type { TestApi } from '../../testing/test-api.js';
import { planAction } from './little-sitting.js';
import { disseminated, unsanitised } from './strands-before-panel.js';

/** Who gets the papers of the planted sitting: the table, those who oversee it, and one who only watches. */
export const eleven = [
  ...(['chair', 'deputy', 'coordinator', 'member-police', 'member-health', 'substitute'] as const),
  ...(['senior', 'auditor', 'observer', 'governance', 'caldicott'] as const),
] as const;
/** One of these. */
export type Recipient = (typeof eleven)[number];

/** Words that were written in one place of the record, and who is to find them in the papers. */
export interface Planted {
  words: string;
  for: readonly Recipient[];
}

/** A sitting with papers issued to eleven, and what was planted in it. */
export interface PlantedSitting {
  api: TestApi;
  sitting: SittingOf;
  planted: Planted[];
}

/** Who sits at the table, oversees it or answers for the record: items and sheets are open to them; who only watches reads none. */
const table: readonly Recipient[] = eleven.filter((one) => one !== 'observer');
const nobody: readonly Recipient[] = [];
const chairAlone: readonly Recipient[] = ['chair'];
const but = (all: readonly Recipient[], ...gone: Recipient[]) => all.filter((one) => !gone.includes(one));

/** Restricted to two, left by one who knows the family, and with a part that police alone act on. */
const [restricted, connected, disrupted] = [2, 3, 4];

/**
 * Plants words in every child's record, a restricted case, a connection, a disruption part and graded intelligence, and
 * issues the papers. Who is to find what is said here from what was planted, as the rules of practice say it: nothing of
 * what makes the papers is asked.
 */
export async function plantedSitting(server: string, size: SittingSize): Promise<PlantedSitting> {
  const { api, sitting } = await bigSitting(server, {
    ...size,
    now: '2026-01-05T09:00:00.000Z',
    startsAt: '2026-01-22T10:00:00.000Z',
  });
  const { give, founded, view } = api;
  const { people } = founded;
  const planted: Planted[] = [];
  for (const [index, id] of sitting.children.entries()) {
    const words = `VOICE-${index}-OF-A-CHILD`;
    await give('worker', 'child-cases/record-view', { of: 'child', words, how: 'told on a walk' }, id);
    const { reference } = await view('manager', 'child-cases', id);
    const to =
      index === restricted
        ? (['chair', 'member-health'] as const)
        : index === connected
          ? but(table, 'member-police')
          : table;
    planted.push({ words, for: to }, { words: String(reference), for: to });
  }
  const [police, one, two, three] = [people['member-police'], disrupted, restricted, connected].map((each) =>
    typeof each === 'number' ? sitting.children[each] : each,
  ) as [string, string, string, string];
  const covert = { part: 'disruption', kind: 'disruption', what: 'PLANTED-DISRUPTION of a car park' };
  await give('manager', 'plan-actions/add-action', planAction(one, police, covert));
  planted.push({
    words: 'PLANTED-DISRUPTION',
    for: ['chair', 'deputy', 'member-police', 'senior', 'auditor'],
  });
  const readers = [people.chair, people['member-health'], people.worker];
  await give('manager', 'child-cases/restrict', { reason: 'A relative sits on the panel', readers }, two);
  await give('member-police', 'child-cases/declare-connection', { reason: 'A cousin (made up)' }, three);
  const about = { kind: 'locationCase', id: sitting.places[0] as string };
  await disseminated(api, about, { words: 'PLANTED-SANITISED', to: ['member-health', 'chair'] });
  planted.push(
    { words: 'PLANTED-SANITISED', for: ['chair', 'member-health'] },
    { words: unsanitised, for: nobody },
  );
  planted.push(...(await plantedStrands(api, sitting)));
  const recipients = eleven.map((key) => people[key]);
  await give('coordinator', 'sittings/issue-papers', { recipients }, sitting.id);
  return { api, sitting, planted };
}

/** A case of a person or a place is read by the chairs and those who oversee or answer for the record; its sheet by the panel's members too. */
const oversight: readonly Recipient[] = [
  'chair',
  'deputy',
  'coordinator',
  'auditor',
  'governance',
  'caldicott',
];
const sheets: readonly Recipient[] = [...oversight, 'member-police', 'member-health', 'substitute'];

/**
 * Plants words in every person's and place's record: the name, another name, a day that the case alone holds; one of each
 * is handled with conditions and named to the chair, and a theme names nobody.
 */
async function plantedStrands({ give, founded, view }: TestApi, sitting: SittingOf): Promise<Planted[]> {
  const planted: Planted[] = [];
  const conditions = {
    ...{ handling: 'C', conditions: 'Made up', reason: 'A made-up operation' },
    readers: [founded.people.chair],
  };
  for (const [topic, records, ids] of [
    ['person-cases', 'persons', sitting.persons],
    ['location-cases', 'locations', sitting.places],
  ] as const)
    for (const [index, id] of ids.entries()) {
      const { reference, name, aboutId } = await view('intelligence', topic, id);
      const alias = `ALIAS-${index}-OF-${records.toUpperCase()}`;
      const details = { aliases: [alias], reason: 'Told by a made-up neighbour' };
      await give('intelligence', `${records}/record-details`, details, String(aboutId));
      const closed = index === 1;
      if (closed) await give('intelligence-supervisor', `${topic}/set-handling`, conditions, id);
      // The agenda calls a place by its name and a person by the reference: who that is knows who reads the sheet.
      const [called, other] = topic === 'person-cases' ? [reference, name] : [name, reference];
      for (const words of [alias, String(other)]) planted.push({ words, for: closed ? chairAlone : sheets });
      planted.push({ words: String(called), for: closed ? chairAlone : table });
    }
  const bail = { stage: 'bailed', bailUntil: '2026-06-17', officer: 'DC Made-Up', words: 'Made up' };
  await give('intelligence', 'person-cases/record-investigation', bail, sitting.persons[0]);
  planted.push({ words: '17 June 2026', for: oversight });
  const theme = {
    subject: 'theme',
    title: 'PLANTED-THEME of bus stops',
    section: 'theme',
    asked: 'Who looks?',
  };
  await give('coordinator', 'sittings/add-subject', theme, sitting.id);
  planted.push({ words: 'PLANTED-THEME', for: table });
  return planted;
}
