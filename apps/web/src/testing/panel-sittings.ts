import { broughtForward } from '@mase/workflow/testing';
import { dayAhead, listedCase, type PanelWorld } from './panel-world.js';
import type { RealApi } from './real-api.js';

/** Sittings in three states: one whose agenda is being built, one in session, one held. */
export interface PanelSittings {
  building: string;
  /** An item of the agenda that is being built. */
  planned: string;
  inSession: string;
  /** An item that is open, and one that waits. */
  open: string;
  waiting: string;
  /** Its minutes are drafted. */
  drafted: string;
  /** A panel with a member, terms and one sitting. */
  panel: string;
}

async function aPanel(api: RealApi): Promise<string> {
  const id = await api.give('coordinator', 'panels/found-panel', {
    name: 'Made-up locality panel',
    kind: 'locality',
    chairId: api.ids.chair,
    place: 'Committee room 3',
    link: 'https://meet.example.test/locality',
    minutes: 120,
  });
  const join = [{ userId: api.ids.memberHealth, as: 'member' }];
  await api.give('coordinator', 'panels/change-members', { join, reason: 'Founding' }, id);
  const terms = { text: 'Made-up terms of reference', reviewOn: dayAhead(300) };
  await api.give('coordinator', 'panels/publish-terms', terms, id);
  const startsAt = `${dayAhead(60)}T10:00:00.000Z`;
  await api.give('coordinator', 'sittings/schedule-sitting', { panelId: id, startsAt });
  return id;
}

interface Sitting {
  items: { id: string; state: string; caseId: string | null }[];
}

/** A sitting so many days ahead with an open agenda that holds nothing yet. */
export async function scheduled(api: RealApi, days: number, minutes: number): Promise<string> {
  const startsAt = `${dayAhead(days)}T14:00:00.000Z`;
  const id = await api.give('coordinator', 'sittings/schedule-sitting', {
    panel: 'MASE panel',
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString(),
    place: 'Committee room 2',
    chairId: api.ids.chair,
  });
  await api.give('coordinator', 'sittings/open-agenda', {}, id);
  return id;
}

async function withItems(
  api: RealApi,
  cases: readonly string[],
  days: number,
  minutes = 120,
): Promise<string> {
  const id = await scheduled(api, days, minutes);
  // What the sitting before did not reach stands on it already.
  const carried = (await itemsOf(api, id)).map((one) => one.caseId);
  for (const [index, caseId] of cases.entries()) {
    if (carried.includes(caseId)) continue;
    await api.give(
      'coordinator',
      'sittings/add-item',
      {
        caseId,
        section: index === 0 ? 'child-new' : 'child-review',
        asked: 'Is the plan enough, and who else should act?',
        minutes: 8,
        presenterId: api.ids.worker,
      },
      id,
    );
  }
  if (carried.length === 0) return id;
  const items = await itemsOf(api, id);
  const order = cases.flatMap((caseId) => items.find((one) => one.caseId === caseId)?.id ?? []);
  await api.give('coordinator', 'sittings/order-items', { order }, id);
  return id;
}

const present = (name: string, agency: string, agencyKind: string) => ({
  name,
  agency,
  agencyKind,
  as: 'member',
  attendance: 'present',
});

/** Issues the papers of a sitting, records that a quorum is there, and starts it. */
export async function started(api: RealApi, id: string): Promise<void> {
  await api.give(
    'coordinator',
    'sittings/issue-papers',
    { recipients: [api.ids.chair, api.ids.memberPolice, api.ids.memberHealth] },
    id,
  );
  await api.give(
    'coordinator',
    'sittings/record-attendance',
    {
      attendance: [
        present('Chris Chair', 'Fernshire Council Children’s Social Care', 'social-care'),
        present('Pat Police-Member', 'Fernshire Police', 'police'),
        present('Hana Health-Member', 'Fernshire Health Trust', 'health'),
      ],
    },
    id,
  );
  await api.give('chair', 'sittings/start-sitting', broughtForward, id);
}

/** The first item of a sitting as it stands. */
export async function itemsOf(api: RealApi, sitting: string): Promise<Sitting['items']> {
  return (await api.ask<Sitting>('chair', 'GET', `/api/v1/sittings/${sitting}`)).body.items;
}

/** Makes the sittings; the one that was held decided its first item before, so that there is a previous decision. */
export async function panelSittings(api: RealApi, world: PanelWorld): Promise<PanelSittings> {
  const drafted = await withItems(api, world.listed, 1);
  await started(api, drafted);
  const [heard] = await itemsOf(api, drafted);
  await api.give('chair', 'agenda-items/open-item', {}, heard?.id);
  await api.give(
    'chair',
    'agenda-items/record-panel-decision',
    {
      decision: 'continue',
      reasons: 'The plan works and she says so.',
      actions: [
        {
          what: 'Write to the school about the lunch break',
          ownerId: api.ids.worker,
          part: 'safety',
          due: dayAhead(5),
        },
      ],
      nextReview: dayAhead(28),
    },
    heard?.id,
  );
  await api.give('chair', 'sittings/end-sitting', {}, drafted);
  const [first] = world.listed;
  const { body } = await api.ask<{ state: { panel: string } }>(
    'worker',
    'GET',
    `/api/v1/child-cases/${first}`,
  );
  if (body.state.panel !== 'listed')
    await api.give(
      'worker',
      'child-cases/list-for-panel',
      { basis: 'professional-concern', asked: 'Is the plan enough, and who else should act?' },
      first,
    );
  const inSession = await withItems(api, world.listed, 2);
  await started(api, inSession);
  // A case waits on one agenda at a time: the one that is being built has cases of its own.
  const [aspen] = await listedCase(api, 'Aspen', 'A mentor meets him after school');
  const [hazel] = await listedCase(api, 'Hazel', 'A youth worker walks her home');
  const building = await withItems(api, [aspen, hazel], 14, 25);
  const [item, next] = await itemsOf(api, inSession);
  await api.give('chair', 'agenda-items/open-item', {}, item?.id);
  const [planned] = await itemsOf(api, building);
  const panel = await aPanel(api);
  return {
    panel,
    building,
    planned: planned?.id ?? '',
    inSession,
    open: item?.id ?? '',
    waiting: next?.id ?? '',
    drafted,
  };
}
