import { bigSitting, makerOver } from '../../testing/big-sitting.js';
import { putOnAgenda, type SittingOf, type SittingSize } from '../../testing/sitting-of.js';
import type { TestApi } from '../../testing/test-api.js';
import { planAction } from './little-sitting.js';
import { type Apart, plantedEarlier } from './planted-earlier.js';
import { plantedLinks } from './planted-links.js';
import { plantedMeasures, plantedStrands, plantedYoung } from './planted-strands.js';
import { but, disruptionPart, eleven, named, nobody, type Planted, table } from './recipients.js';
import { disseminated, unsanitised } from './strands-before-panel.js';

/** A sitting with papers issued to eleven, and what was planted in it. */
export interface PlantedSitting {
  api: TestApi;
  sitting: SittingOf;
  planted: Planted[];
}

/** Restricted to two, left by one who knows the family, and with a part that police alone act on. */
const [restricted, connected, disrupted] = [2, 3, 4];

/**
 * Plants words in every child's record, an earlier sitting with its minutes and actions, links and a cluster, measures,
 * persons of concern who are children, a restricted case, a connection, a disruption part and graded intelligence, and
 * issues the papers on Monday 12 January 2026. Who is to find what is said where it is planted, as the rules of practice
 * say it: nothing of what makes the papers is asked.
 */
export async function plantedSitting(server: string, size: SittingSize): Promise<PlantedSitting> {
  const startsAt = '2026-01-22T10:00:00.000Z';
  const { api, sitting } = await bigSitting(server, {
    ...size,
    ...{ now: '2026-01-05T09:00:00.000Z', startsAt, onAgenda: false },
  });
  const { give, founded } = api;
  const apart = {
    restricted: sitting.children[restricted],
    connected: sitting.children[connected],
    disrupted: sitting.children[disrupted],
  } as Apart;
  const planted = [
    ...(await plantedVoices(api, sitting)),
    ...(await plantedEarlier(api, sitting, apart)),
    ...(await plantedMeasures(api, sitting)),
  ];
  sitting.items = await putOnAgenda(makerOver(api, { startsAt }), sitting);
  const young = await plantedYoung(api, sitting);
  planted.push(...young.planted, ...(await plantedLinks(api, sitting, young.unprinted)));
  planted.push(...(await plantedApart(api, apart)));
  planted.push(...(await plantedIntelligence(api, sitting)), ...(await plantedStrands(api, sitting)));
  api.time.now = '2026-01-12T09:00:00.000Z';
  const recipients = eleven.map((key) => founded.people[key]);
  await give('coordinator', 'sittings/issue-papers', { recipients }, sitting.id);
  return { api, sitting, planted };
}

/** What each child says, and the reference of the case. */
async function plantedVoices({ give, view }: TestApi, { children }: SittingOf): Promise<Planted[]> {
  const planted: Planted[] = [];
  for (const [index, id] of children.entries()) {
    const words = `VOICE-${index}-OF-A-CHILD`;
    await give('worker', 'child-cases/record-view', { of: 'child', words, how: 'told on a walk' }, id);
    const { reference } = await view('manager', 'child-cases', id);
    const to = index === restricted ? named : index === connected ? but(table, 'member-police') : table;
    planted.push({ words, for: to }, { words: String(reference), for: to });
  }
  return planted;
}

/** Restricts one child’s case, declares a connection with another, and gives police something to do for a third. */
async function plantedApart({ give, founded }: TestApi, apart: Apart): Promise<Planted[]> {
  const { people } = founded;
  const covert = { part: 'disruption', kind: 'disruption', what: 'PLANTED-DISRUPTION of a car park' };
  const action = planAction(apart.disrupted, people['member-police'], covert);
  await give('manager', 'plan-actions/add-action', action);
  const readers = [people.chair, people['member-health'], people.worker];
  const why = { reason: 'A relative sits on the panel', readers };
  await give('manager', 'child-cases/restrict', why, apart.restricted);
  const known = { reason: 'A cousin (made up)' };
  await give('member-police', 'child-cases/declare-connection', known, apart.connected);
  return [{ words: 'PLANTED-DISRUPTION', for: [...disruptionPart, 'member-police'] }];
}

/** A report about a place, of which the sanitised part goes to two and the rest to nobody. */
async function plantedIntelligence(api: TestApi, { places }: SittingOf): Promise<Planted[]> {
  const about = { kind: 'locationCase', id: places[0] as string };
  await disseminated(api, about, { words: 'PLANTED-SANITISED', to: ['member-health', 'chair'] });
  return [
    { words: 'PLANTED-SANITISED', for: ['chair', 'member-health'] },
    { words: unsanitised, for: nobody },
  ];
}
