import { openOwner } from '@mase/store/testing';
import { aDecision, aQuorum } from '@mase/workflow/testing';
import { makerOver } from '../../testing/big-sitting.js';
import { anOpenAgenda, type SittingOf } from '../../testing/sitting-of.js';
import type { TestApi } from '../../testing/test-api.js';
import { addItem, gradedCase, list, planAction } from './little-sitting.js';
import {
  but,
  chairAlone,
  disruptionPart,
  named,
  nobody,
  overseers,
  oversight,
  type Planted,
  type Recipient,
  table,
} from './recipients.js';

/** What an earlier sitting of the panel heard: who reads its minutes of it, and who what is to be done, as that is worded since. */
interface Heard {
  /** What is in its words and in no other’s. */
  mark: string;
  /** The case; a theme has none. */
  caseId?: string;
  item?: object;
  minutes: readonly Recipient[];
  action: { owner: Recipient; due?: string; part?: 'safety' | 'disruption'; for: readonly Recipient[] };
}

/** The children of a sitting of whom something is known that closes them to some, by their places on its agenda. */
export interface Apart {
  restricted: string;
  connected: string;
  disrupted: string;
}

const theme = 'PLANTED-EARLIER-THEME of lifts home';
const person = { caseKind: 'personCase', section: 'person' };

/** Minutes are the table’s, but for who has a personal connection and what is closed since; an owner reads what is his or hers to do. */
function heardEarlier({ persons, places }: SittingOf, apart: Apart, late: string): Heard[] {
  const [one, closed] = persons as [string, string];
  return [
    {
      ...{ mark: 'A-CHILD-HEARD-NO-MORE', caseId: late, minutes: table },
      action: { owner: 'substitute', due: '2026-01-09', for: [...overseers, 'substitute'] },
    },
    {
      ...{ mark: 'A-RESTRICTED-CHILD', caseId: apart.restricted, minutes: named },
      action: { owner: 'member-health', for: named },
    },
    {
      ...{ mark: 'A-CHILD-OF-THE-FAMILY', caseId: apart.connected, minutes: but(table, 'member-police') },
      action: { owner: 'member-police', due: '2026-01-09', for: overseers },
    },
    {
      ...{ mark: 'A-CHILD-DISRUPTED-FOR', caseId: apart.disrupted, minutes: table },
      action: { owner: 'member-police', part: 'disruption', for: [...disruptionPart, 'member-police'] },
    },
    {
      ...{ mark: 'AN-OPEN-PERSON', caseId: one, item: person, minutes: table },
      action: { owner: 'member-health', for: [...oversight, 'member-health'] },
    },
    {
      ...{ mark: 'A-CONDITIONAL-PERSON', caseId: closed, item: person, minutes: chairAlone },
      action: { owner: 'member-police', for: chairAlone },
    },
    {
      ...{ mark: 'AN-OPEN-PLACE', caseId: places[0] as string, minutes: table },
      item: { caseKind: 'locationCase', section: 'location' },
      action: { owner: 'member-police', due: '2026-01-09', for: [...oversight, 'member-police'] },
    },
    {
      ...{ mark: 'AN-EARLIER-THEME', minutes: table },
      action: { owner: 'member-health', for: [...overseers, 'member-health'] },
    },
  ];
}

/**
 * Holds a sitting of the same panel on 8 January 2026, whose minutes wait to be agreed by the next, and words each of its
 * actions anew: so what the minutes give stands apart from what is to be done. What police do keeps its words.
 */
export async function plantedEarlier(api: TestApi, sitting: SittingOf, apart: Apart): Promise<Planted[]> {
  const { give, founded } = api;
  const late = await gradedCase(api, { firstName: 'Larch-99', lastName: 'Synthetic' });
  await list(api, late);
  // The plan of a child who is heard no more is for its owners: a sitting answers for what a sitting gave.
  const plan = { what: 'OWN-PLAN-OF-A-CHILD-HEARD-NO-MORE', due: '2026-01-09' };
  await give('manager', 'plan-actions/add-action', planAction(late, founded.people.worker, plan));
  const id = await anOpenAgenda(makerOver(api, { startsAt: '2026-01-08T10:00:00.000Z' }));
  const heard = heardEarlier(sitting, apart, late);
  const items = new Map<Heard, string>();
  for (const one of heard) items.set(one, await putThere(api, id, one));
  await give('coordinator', 'sittings/issue-papers', { recipients: [founded.people.chair] }, id);
  api.time.now = '2026-01-08T09:55:00.000Z';
  await give('coordinator', 'sittings/record-attendance', aQuorum(), id);
  await give('chair', 'sittings/start-sitting', {}, id);
  for (const [one, itemId] of items) await decide(api, one, itemId);
  await give('chair', 'sittings/end-sitting', {}, id);
  await wordMinutes(api, id);
  for (const one of heard) if (one.action.part !== 'disruption') await wordAnew(api, one);
  return [
    ...heard.flatMap(({ mark, minutes, action }): Planted[] =>
      action.part === 'disruption'
        ? [
            { words: `DECIDED-ON-${mark}`, for: minutes },
            { words: `GIVEN-ON-${mark}`, for: action.for },
          ]
        : [
            { words: `DECIDED-ON-${mark}`, for: minutes },
            { words: `GIVEN-ON-${mark}`, for: minutes },
            { words: `TO-DO-ON-${mark}`, for: action.for },
          ],
    ),
    { words: 'Larch-99', for: table },
    { words: 'OWN-PLAN-OF', for: nobody },
    { words: theme, for: table },
    { words: 'PLANTED-IN-THE-MINUTES', for: table },
    { words: 'Draft, version 2', for: table },
  ];
}

async function putThere(api: TestApi, id: string, { caseId, item }: Heard): Promise<string> {
  if (caseId) return addItem(api, id, caseId, item);
  const about = { subject: 'theme', title: theme, section: 'theme', asked: 'Who drives?' };
  await api.give('coordinator', 'sittings/add-subject', about, id);
  const { items } = (await api.view('chair', 'sittings', id)) as unknown as {
    items: { id: string; name: string }[];
  };
  return items.find(({ name }) => name === theme)?.id as string;
}

async function decide({ give, founded }: TestApi, { mark, action }: Heard, itemId: string): Promise<void> {
  const { owner, due = '2026-02-13', part = 'safety' } = action;
  const given = { what: `GIVEN-ON-${mark}`, ownerId: founded.people[owner], part, due };
  const decision = { reasons: `DECIDED-ON-${mark}`, nextReview: '2026-06-01', actions: [given] };
  await give('chair', 'agenda-items/open-item', {}, itemId);
  await give('chair', 'agenda-items/record-panel-decision', { ...aDecision(), ...decision }, itemId);
}

async function wordMinutes({ give, view }: TestApi, id: string): Promise<void> {
  const { minutes } = (await view('chair', 'sittings', id)) as unknown as {
    minutes: { sections: { heading: string; text: string; itemId?: string }[] }[];
  };
  const kept = (minutes[0]?.sections ?? []).map(({ heading, text, itemId }) => ({
    ...{ heading, text },
    ...(itemId ? { itemId } : {}),
  }));
  const sections = [...kept, { heading: 'Any other business', text: 'PLANTED-IN-THE-MINUTES' }];
  await give('chair', 'sittings/change-minutes', { sections }, id);
}

async function wordAnew({ give, database }: TestApi, { mark }: Heard): Promise<void> {
  const id = await openOwner(database.connections.owner, async (client) => {
    const found = await client.query<{ id: string }>(
      "select id from record where kind = 'planAction' and standing::json ->> 'what' = $1",
      [`GIVEN-ON-${mark}`],
    );
    return found.rows[0]?.id;
  });
  const words = { what: `TO-DO-ON-${mark}`, reason: 'Said more clearly (made up)' };
  await give('coordinator', 'plan-actions/change-action', words, id);
}
