import { aNomination } from '@mase/workflow/testing';
import type { SittingOf } from '../../testing/sitting-of.js';
import type { TestApi } from '../../testing/test-api.js';
import { addItem } from './little-sitting.js';
import { chairAlone, nobody, oversight, type Planted, sheets, table } from './recipients.js';
import { accepted } from './strands-before-panel.js';

/**
 * Plants words in every person's and place's record: the name, another name, a day that the case alone holds; one of each
 * is handled with conditions and named to the chair, and a theme names nobody. The first of each was heard before.
 */
export async function plantedStrands(api: TestApi, sitting: SittingOf): Promise<Planted[]> {
  const { give, founded, view } = api;
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
      const alias = aliasOf(index, records);
      await give('intelligence', `${records}/record-details`, { aliases: [alias], reason }, String(aboutId));
      const closed = index === 1;
      if (closed) await give('intelligence-supervisor', `${topic}/set-handling`, conditions, id);
      // The agenda calls a place by its name and a person by the reference: who that is knows who reads the sheet. The
      // minutes of whatever was heard before give the reference.
      const [called, other] = topic === 'person-cases' ? [reference, name] : [name, reference];
      const minuted = index === 0 && topic === 'location-cases';
      planted.push({ words: alias, for: closed ? chairAlone : sheets });
      planted.push({ words: String(other), for: closed ? chairAlone : minuted ? table : sheets });
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

const reason = 'Told by a made-up neighbour';
const aliasOf = (index: number, records: string) => `ALIAS-${index}-OF-${records.toUpperCase()}`;

/**
 * Puts two persons of concern who are children on the agenda, of whom the chair lets one be printed; gives the record of
 * the other. Members read neither, whatever is printed: the agenda calls both by the reference.
 */
export async function plantedYoung(
  api: TestApi,
  { id: sittingId, persons }: SittingOf,
): Promise<{ unprinted: string; planted: Planted[] }> {
  const { give, view } = api;
  const planted: Planted[] = [];
  const young: string[] = [];
  for (const [index, name] of ['Young Person Unprinted-91', 'Young Person Printed-92'].entries()) {
    const nomination = aNomination({ person: { name, ageFrom: 15, ageTo: 16 } });
    const { id, aboutId } = await accepted(api, 'person-cases', nomination);
    const alias = aliasOf(persons.length + index, 'persons');
    await give('intelligence', 'persons/record-details', { aliases: [alias], reason }, aboutId);
    await give('coordinator', 'person-cases/list-for-panel', { basis: 'new', asked: 'Who helps?' }, id);
    await addItem(api, sittingId, id, { caseKind: 'personCase', section: 'person' });
    const printed = index === 1;
    const decision = { printing: 'yes', reasons: 'The table needs it (made up)' };
    if (printed) await give('chair', 'person-cases/decide-printing', decision, id);
    const { reference } = await view('intelligence', 'person-cases', id);
    for (const words of [name, alias]) planted.push({ words, for: printed ? oversight : nobody });
    planted.push({ words: String(reference), for: table });
    young.push(aboutId);
  }
  return { unprinted: young[0] as string, planted };
}

/**
 * Takes a measure against a person and one at a place, each owned by a member of the panel. Members read the sheets of
 * both, and of what is done there what is theirs to do: the days are those of one measure alone.
 */
export async function plantedMeasures(api: TestApi, { persons, places }: SittingOf): Promise<Planted[]> {
  const { give, founded, view } = api;
  const aboutOf = async (topic: string, id: string | undefined) =>
    String((await view('intelligence', topic, id ?? '')).aboutId);
  const consider = (over: object) =>
    give('intelligence', 'disruption-measures/consider-measure', {
      ...{ why: 'Made up', nextOn: '2026-02-02' },
      ...over,
    });
  const order = await consider({
    ...{ code: 'interim-sexual-risk-order', ownerId: founded.people['member-police'] },
    personId: await aboutOf('person-cases', persons[0]),
  });
  const granted = { decidedBy: 'Made-up court', conditions: 'Made up', lastDay: '2027-03-18' };
  await give('intelligence', 'disruption-measures/grant-measure', granted, order.id);
  const notice = await consider({
    ...{ code: 'environmental-health-action', ownerId: founded.people.substitute },
    locationId: await aboutOf('location-cases', places[0]),
  });
  const served = { how: 'By hand (made up)', conditions: 'Made up', lastDay: '2026-04-16' };
  await give('intelligence', 'disruption-measures/serve-measure', served, notice.id);
  return [
    { words: '18 March 2027', for: [...oversight, 'member-police'] },
    { words: '16 April 2026', for: [...oversight, 'substitute'] },
  ];
}
