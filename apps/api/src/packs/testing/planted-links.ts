import { aLink, aLinkGrade, aPlaceReport } from '@mase/workflow/testing';
import { weighNow } from '../../testing/link-steps.js';
import type { SittingOf } from '../../testing/sitting-of.js';
import type { TestApi } from '../../testing/test-api.js';
import { addItem } from './little-sitting.js';
import { nobody, overseers, oversight, type Planted, table } from './recipients.js';
import { accepted } from './strands-before-panel.js';

/** A link as police grade it: what it says to whoever reads it; not graded at all where nothing is said of that. */
interface Drawn {
  child: string;
  to: { kind: 'person' | 'location'; id: string };
  grade?: object;
}

const reviewBy = '2026-06-01';
const shared = (told: string) => ({ told });
const conditions = {
  grade: { source: '1', information: 'B', handling: 'C', conditions: ['A1'] },
  told: undefined,
};

async function link({ give }: TestApi, { child, to, grade }: Drawn): Promise<void> {
  const kind = to.kind === 'person' ? 'spends-time-with' : 'seen-at';
  const { id } = await give('intelligence', 'links/record-link', aLink(child, { kind, to }));
  if (grade) await give('intelligence', 'links/grade-link', aLinkGrade(reviewBy, grade), id);
}

/**
 * Links children with a person, with a young person whose sheet is not printed, and with places; three of them with one
 * place, which makes a cluster that is confirmed and put on the agenda. What police tell of a link is for whoever reads
 * links; what is ungraded, or graded for the desk alone, is in no copy, nor who or what it joins the child with.
 */
export async function plantedLinks(api: TestApi, sitting: SittingOf, youngId: string): Promise<Planted[]> {
  const { view } = api;
  const aboutOf = async (topic: string, id: string) =>
    String((await view('intelligence', topic, id)).aboutId);
  const children: string[] = [];
  for (const index of [0, 1, 5])
    children.push(String((await view('manager', 'child-cases', sitting.children[index] as string)).childId));
  const [first, second] = children as [string, string];
  const place = {
    kind: 'location',
    id: await aboutOf('location-cases', sitting.places[0] as string),
  } as const;
  const person = { kind: 'person', id: await aboutOf('person-cases', sitting.persons[0] as string) } as const;
  const planted: Planted[] = [];
  for (const [index, child] of children.entries()) {
    await link(api, { child, to: place, grade: shared(`TOLD-${index}-OF-A-PLACE`) });
    planted.push({ words: `TOLD-${index}-OF-A-PLACE`, for: oversight });
  }
  await link(api, { child: first, to: person, grade: shared('TOLD-OF-A-PERSON') });
  const young = { kind: 'person', id: youngId } as const;
  await link(api, { child: second, to: young, grade: shared('TOLD-OF-A-YOUNG-PERSON') });
  planted.push({ words: 'TOLD-OF-A-PERSON', for: oversight });
  planted.push({ words: 'TOLD-OF-A-YOUNG-PERSON', for: oversight });
  for (const [name, readers, grade] of [
    ['Place Linked-91', oversight, shared('TOLD-OF-ANOTHER-PLACE')],
    ['Place Ungraded-92', nobody, undefined],
    ['Place Conditional-93', nobody, conditions],
  ] as const) {
    const location = { name, kind: 'shop' };
    const { aboutId } = await accepted(api, 'location-cases', aPlaceReport({ location }));
    const to = { kind: 'location', id: aboutId } as const;
    await link(api, { child: second, to, ...(grade ? { grade } : {}) });
    planted.push({ words: name, for: readers });
  }
  return [...planted, ...(await plantedCluster(api, sitting.id))];
}

/** What is said of a cluster is for whoever reads clusters; that it is heard, and how many children it joins, for the table. */
async function plantedCluster(api: TestApi, sittingId: string): Promise<Planted[]> {
  const { ask, give } = api;
  await weighNow(api);
  const listed = await ask('intelligence', 'GET', '/api/v1/clusters');
  const [cluster, ...more] = listed.json().items as { id: string }[];
  if (!cluster || more.length > 0) throw new Error(`Not one cluster: ${listed.body}`);
  await give('duty', 'clusters/confirm-cluster', { words: 'WHY-A-CLUSTER' }, cluster.id);
  const discussed = { agencies: ['Police', 'Health'], outcome: 'joint-plan', words: 'AGREED-OF-A-CLUSTER' };
  await give('duty', 'clusters/record-cluster-discussion', discussed, cluster.id);
  await addItem(api, sittingId, cluster.id, { caseKind: 'cluster', section: 'theme' });
  return [
    { words: 'WHY-A-CLUSTER', for: overseers },
    { words: 'AGREED-OF-A-CLUSTER', for: overseers },
    { words: '3 children who share something', for: table },
  ];
}
