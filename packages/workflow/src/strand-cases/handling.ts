import { closedExistenceSteps } from '../agenda-items/take-off.js';
import { keptWith, keptWithCase } from '../agenda-items/with-case.js';
import { countedBehind } from '../disruption-measures/told.js';
import { endAccessSteps, followers } from '../links/told.js';
import type { Context, RecordKind, StoredRecord } from '../model.js';
import { accessEvent, type CommandDefinition, type Step } from '../topic.js';
import type { HandlingNews } from './payloads.js';
import type { StrandCaseStanding } from './standing.js';
import { afterwards } from './told-about.js';

type Case = StoredRecord<StrandCaseStanding>;
type Ctx = Context<StrandCaseStanding, object>;

/** What closes and opens with a case: who or what it is about, what is joined with that, and each case of it, with their items and actions. */
export const closesWith = {
  ...{ about: keptWithCase, aboutParent: 'share', unseen: true, parent: 'update' },
  underParent: followers,
  withParent: { about: keptWithCase },
  across: { through: 'disruptionMeasure', kinds: ['disruptionMeasure', 'personCase', 'locationCase'] },
} as const satisfies CommandDefinition['locks'];

const strandKinds: readonly RecordKind[] = ['personCase', 'locationCase'];

/** The other cases of the person or place, as they are once each is handled like this one. */
function othersAlike({ record, locked }: Ctx): Case[] {
  const { aboutId, handling, access = {} } = record.standing;
  return locked
    .filter((one): one is Case => strandKinds.includes(one.kind) && one.parentId === aboutId)
    .filter(({ id }) => id !== record.id)
    .map((one) => ({ ...one, standing: { ...one.standing, handling, access } }));
}

/** Whether a case was handled otherwise before. */
function isNews({ locked }: Ctx, after: Case): boolean {
  const before = locked.find(({ id }) => id === after.id) as Case;
  const said = ({ standing: { handling, access = {} } }: Case) => JSON.stringify([handling, access]);
  return said(before) !== said(after);
}

/** The records of the person or place: the one that stands for it, and those that were joined with it. */
function recordsOf({ record, locked }: Ctx): StoredRecord[] {
  const { aboutId } = record.standing;
  return locked.filter(
    ({ id, standing }) =>
      id === aboutId || (standing as { joinedWith?: string | null }).joinedWith === aboutId,
  );
}

/**
 * What is handled with conditions is the person or place: with one case close the records of who or what it is, joined
 * ones too, its other cases, what is between it and others, and all items about it with what was given to do; and open
 * with it.
 */
export function handlingSteps(context: Ctx): Step[] {
  const { record, locked } = context;
  const { aboutId, handling, access = {} } = record.standing;
  const others = othersAlike(context).filter((one) => isNews(context, one));
  const cases = [record.id, ...others.map(({ id }) => id)];
  const items = keptWith(locked, cases);
  const news: HandlingNews = { handling, access };
  return [
    ...[...recordsOf(context), ...items].map(({ kind, id }) => ({
      record: { kind, id },
      event: accessEvent,
      payload: access,
    })),
    ...others.map(({ kind, id }) => ({ record: { kind, id }, event: 'receive-handling', payload: news })),
    ...endAccessSteps(locked, aboutId, access),
    ...countedBehind(context, [record, ...others] as StoredRecord[]),
    ...afterwards()(context),
    ...[record, ...others].flatMap((one) => closedExistenceSteps({ ...context, record: one } as never)),
  ];
}
