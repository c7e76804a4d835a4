import { instantMs, instantOf } from '../clocks/time-zone.js';
import type { Context, Fault, StoredRecord } from '../model.js';
import { chairFaults } from '../panels/faults.js';
import type { PanelStanding } from '../panels/standing.js';
import { findPerson } from '../person-named.js';
import type { Effect } from '../topic.js';
import type { MoveSittingPayload, ScheduleSittingPayload, SittingStanding } from './standing.js';

type Ctx<P extends object> = Context<SittingStanding, P>;

/** Whose list carries what a sitting asks of its office. */
const office = 'role:coordinator';

function panelOf({ locked, record }: Ctx<object>, id = record.parentId): StoredRecord<PanelStanding> | null {
  const found = locked.find((one) => one.kind === 'panel' && one.id === id);
  return (found as StoredRecord<PanelStanding> | undefined) ?? null;
}

const fault = (pointer: string, code: string, detail: string): Fault => ({ pointer, code, detail });

function panelFaults(context: Ctx<ScheduleSittingPayload>): Fault[] {
  const { payload } = context;
  if (payload.panelId)
    return panelOf(context, payload.panelId)?.state === 'active'
      ? []
      : [fault('/panelId', 'noPanel', 'This is no panel on the books that sits.')];
  const asked = {
    panel: 'Choose the panel.',
    endsAt: 'Say when the sitting ends.',
    place: 'Say where the sitting is.',
    chairId: 'Choose the chair.',
  };
  return Object.entries(asked)
    .filter(([name]) => !payload[name as keyof ScheduleSittingPayload])
    .map(([name, detail]) => fault(`/${name}`, 'asked', detail));
}

function timeFaults(startsAt: string, endsAt: string, at: string): Fault[] {
  return [
    ...(endsAt <= startsAt ? [fault('/endsAt', 'order', 'The sitting ends after it starts.')] : []),
    ...(startsAt <= at ? [fault('/startsAt', 'future', 'A sitting is scheduled for a time to come.')] : []),
  ];
}

/** What a sitting is when it is scheduled: as the payload says, and else as its panel has it. */
function scheduled(context: Ctx<ScheduleSittingPayload>): Partial<SittingStanding> {
  const { payload, facts } = context;
  const own = panelOf(context, payload.panelId)?.standing;
  const chairId = payload.chairId ?? own?.chairId ?? '';
  const link = payload.link ?? own?.link;
  return {
    panel: own?.name ?? payload.panel ?? '',
    ...(payload.panelId ? { panelId: payload.panelId } : {}),
    startsAt: payload.startsAt,
    endsAt: payload.endsAt ?? later(payload.startsAt, (own?.minutes ?? 0) * 60_000),
    place: payload.place ?? own?.place ?? '',
    ...(link ? { link } : {}),
    chairId,
    chairName: findPerson(facts, chairId)?.name ?? '',
    ...(own ? { panelChairs: chairsOf(own) } : {}),
    ...panelRules(own),
  };
}

/** Who chairs a panel, and who does in the absence of that one. */
export const chairsOf = ({ chairId, deputyId }: { chairId: string; deputyId?: string | null }): string[] => [
  chairId,
  ...(deputyId ? [deputyId] : []),
];

const later = (instant: string, ms: number): string => instantOf(instantMs(instant) + ms);

/** What a panel says in the place of the profile; nothing where it leaves all to the profile. */
function panelRules(own: Pick<PanelStanding, 'quorum' | 'gate' | 'sections'> | undefined) {
  const { quorum, gate, sections } = own ?? {};
  return { ...(quorum ? { quorum } : {}), ...(gate ? { gate } : {}), ...(sections ? { sections } : {}) };
}

function schedule(context: Ctx<ScheduleSittingPayload>): Fault[] {
  const faults = panelFaults(context);
  const { startsAt = '', endsAt = '', chairId = '' } = scheduled(context);
  return [
    ...faults,
    ...(faults.some(({ pointer }) => pointer === '/chairId' || pointer === '/panelId')
      ? []
      : chairFaults(context, chairId, '/chairId')),
    ...(faults.length > 0 ? [] : timeFaults(startsAt, endsAt, context.at)),
  ];
}

/** A sitting as it is after a move: what is not said stays, its length too. */
function moved({ payload, record, facts }: Ctx<MoveSittingPayload>): Partial<SittingStanding> {
  const { standing } = record;
  const { startsAt = standing.startsAt, place = standing.place, chairId = standing.chairId } = payload;
  const length = instantMs(standing.endsAt) - instantMs(standing.startsAt);
  const link = payload.link ?? standing.link;
  return {
    startsAt,
    endsAt: payload.endsAt ?? later(startsAt, length),
    place,
    ...(link ? { link } : {}),
    chairId,
    chairName: findPerson(facts, chairId)?.name ?? standing.chairName,
  };
}

const movable = ['startsAt', 'endsAt', 'place', 'link', 'chairId'] as const;

function move(context: Ctx<MoveSittingPayload>): Fault[] {
  const { payload, record, at } = context;
  const next = moved(context);
  const same = movable.every((name) => (next[name] ?? null) === (record.standing[name] ?? null));
  return [
    ...(same ? [fault('/startsAt', 'same', 'Give another time, place, link or chair.')] : []),
    ...timeFaults(next.startsAt ?? '', next.endsAt ?? '', at),
    ...(payload.chairId ? chairFaults(context, payload.chairId, '/chairId') : []),
  ];
}

/** Members of the panel and the chair hear of it; a sitting without a panel has no list of whom to tell. */
export function toldPanel(context: Ctx<object>, kind: string, chairId: string): Effect[] {
  const members = panelOf(context)?.standing.memberIds ?? [];
  const ids = new Set([...members, chairId]);
  if (context.actor.userId) ids.delete(context.actor.userId);
  return [...ids].filter(Boolean).map((id) => ({ do: 'send', kind, principal: `user:${id}` }));
}

/** The payload rules of when and where a sitting is. */
export const schedulingFaults = { schedule, move };

/** What is kept of when and where a sitting is. */
export const schedulingRecorders = {
  recordSchedule: (context: Ctx<ScheduleSittingPayload & { planned?: boolean }>): Effect[] => {
    const patch = scheduled(context);
    return [
      { do: 'set', patch: { ...patch, sequence: 0, changedAt: context.happened } },
      { do: 'start', rule: 'papers', who: office, start: patch.startsAt as string },
      // Of a whole series its panel tells at once.
      ...(context.payload.planned || !context.payload.panelId
        ? []
        : toldPanel(context, 'sitting-scheduled', patch.chairId ?? '')),
    ];
  },
  recordMove: (context: Ctx<MoveSittingPayload>): Effect[] => {
    const { record, payload, actor, happened } = context;
    const { startsAt, endsAt, place, link = null, chairName, sequence = 0 } = record.standing;
    const patch = moved(context);
    const from = { startsAt, endsAt, place, link, chairName };
    return [
      {
        do: 'write',
        kind: 'moved',
        class: 'safety',
        body: { from, to: patch, reason: payload.reason, by: actor.name },
      },
      { do: 'set', patch: { ...patch, sequence: sequence + 1, changedAt: happened } },
      ...(record.standing.papersIssuedAt === null && patch.startsAt !== startsAt
        ? [
            {
              do: 'start',
              rule: 'papers',
              who: office,
              start: patch.startsAt as string,
              again: true,
            } as const,
          ]
        : []),
      ...toldPanel(context, 'sitting-moved', patch.chairId ?? ''),
    ];
  },
  /** Its panel is called otherwise, or has other rules: the name stands in the invitation, so that changes too. */
  recordPanel: ({
    payload,
    record,
    happened,
  }: Ctx<
    Pick<PanelStanding, 'name' | 'quorum' | 'gate' | 'sections'> & Pick<SittingStanding, 'panelChairs'>
  >): Effect[] => {
    const { name, quorum, gate, sections, panelChairs } = payload;
    const chairs = panelChairs ? { panelChairs } : {};
    const { panel, sequence = 0 } = record.standing;
    const renamed = panel === name ? {} : { panel: name, sequence: sequence + 1, changedAt: happened };
    return [{ do: 'set', patch: { ...renamed, ...chairs, quorum, gate, sections } }];
  },
};
