import type { ChildCaseStanding } from '../child-cases/standing.js';
import { localDate } from '../clocks/time-zone.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context, StoredRecord } from '../model.js';
import type { Step } from '../topic.js';
import { absencesOf, childOf } from './absences.js';
import type {
  DecideReportPayload,
  RecordEpisodePayload,
  RecordReturnPayload,
  ReportMissingPayload,
} from './payloads.js';
import { proposalFor } from './proposal-rule.js';
import type { AbsenceKind, MissingEpisodeStanding } from './standing.js';
import { discussionFor } from './strategy-rule.js';

type Ctx<P extends object> = Context<MissingEpisodeStanding, P>;

/** One more absence as the books around it are told of it. */
interface News {
  childId: string;
  kind: AbsenceKind;
  start: string;
  end: string | null;
  /** Since when, where it is known to the minute. */
  since?: string;
  asAt: string;
  from: string;
}

/** The child of a report: the one named, or a new one whose id the command creates. */
export function childIdOf({ childId }: Pick<ReportMissingPayload, 'childId'>, commandId: string): string {
  return childId ?? derivedId(commandId, localId.child);
}

const workOf = ({ state }: StoredRecord) => (state as { work: string }).work;

const casesOf = ({ locked }: Ctx<object>) => locked.filter(({ kind }) => kind === 'childCase');

/** A child who is missing now, or was since the work was suspended, is not where the case waits for: it goes on at once. */
function resumed(context: Ctx<object>, { kind, start, end }: News): Step[] {
  const isSince = ({ suspension }: ChildCaseStanding) =>
    suspension && (!end || start >= localDate(suspension.at, context.profile.timeZone));
  return casesOf(context)
    .filter((one) => workOf(one) === 'suspended' && isSince(one.standing as ChildCaseStanding))
    .map(({ id }) => ({
      record: { kind: 'childCase', id },
      event: 'resume',
      payload: { reason: 'missing', words: `Recorded ${kind} from ${start}` },
    }));
}

/** Open cases are asked for a strategy discussion, seen or not by whoever records the absence. */
function asked(context: Ctx<object>, news: News): Step[] {
  const { profile, at } = context;
  const known = childOf(context) ?? { episodes: [] };
  const because = discussionFor(known, news, localDate(at, profile.timeZone), profile);
  if (!because) return [];
  return casesOf(context)
    .filter((one) => workOf(one) !== 'closed')
    .map(({ id }) => ({ record: { kind: 'childCase', id }, event: 'ask-discussion', payload: because }));
}

/** Earlier absences whose interview still waits learn that the child is missing again. */
function missingAgain(context: Ctx<object>, { since }: News): Step[] {
  if (!since) return [];
  return absencesOf(context)
    .filter(({ standing }) => standing.clocks.some(({ rule }) => rule === 'return-home-interview'))
    .map(({ kind, id }) => ({ record: { kind, id }, event: 'receive-missing-again', payload: { since } }));
}

/** A referral is proposed where the profile’s counts say so: never an automatic case. */
function proposed(context: Ctx<object>, news: News): { told: object; steps: Step[] } {
  const { profile, commandId } = context;
  const child = childOf(context);
  const because = child && proposalFor(child, news, news.asAt, profile);
  if (!because) return { told: {}, steps: [] };
  const raise: Step = {
    record: { kind: 'referralProposal', id: derivedId(commandId, localId.childCase) },
    event: 'raise-proposal',
    payload: { childId: news.childId, childName: child.name, because, from: news.from },
    parentId: news.childId,
  };
  return { told: { proposedAsAt: because.to }, steps: [raise] };
}

/** What one more absence does to the child, the child’s cases and the absences before it. */
function newAbsence(context: Ctx<object>, news: News): Step[] {
  const { start, end } = news;
  const { told, steps } = proposed(context, news);
  return [
    {
      record: { kind: 'child', id: news.childId },
      event: 'record-episode',
      payload: { start, end, ...told },
    },
    ...resumed(context, news),
    ...asked(context, news),
    ...missingAgain(context, news),
    ...steps,
  ];
}

/** What follows an absence recorded by its days. */
export function episodeSteps(context: Ctx<RecordEpisodePayload>): Step[] {
  const { payload, profile, at } = context;
  const { childId, kind, start, end = null, from } = payload;
  const asAt = payload.asAt ?? localDate(at, profile.timeZone);
  return newAbsence(context, { childId, kind, start, end, asAt, from });
}

function newsOf({ record, profile, at }: Ctx<object>): News {
  const { childId, kind, start, since = '', reportedBy = '' } = record.standing;
  const asAt = localDate(at, profile.timeZone);
  return { childId, kind, start, end: null, since, asAt, from: reportedBy };
}

/** What follows a report: a child nobody knew is put on the books; a held report changes nothing until it is compared. */
export function reportSteps(context: Ctx<ReportMissingPayload>): Step[] {
  const { payload, record, actor } = context;
  const { childId, heldFor } = record.standing;
  if (heldFor) return [];
  const described = { ...payload.child, from: 'missing', recordedBy: actor.name };
  return [
    ...(payload.childId
      ? []
      : [{ record: { kind: 'child', id: childId } as const, event: 'record-child', payload: described }]),
    ...newAbsence(context, newsOf(context)),
  ];
}

/** A report of the same absence goes to that absence; another absence is one more. */
export function decisionSteps(context: Ctx<DecideReportPayload>): Step[] {
  const { payload, record, facts } = context;
  if (payload.decision === 'another') return newAbsence(context, newsOf(context));
  const { heldFor } = record.standing;
  const report = facts.written.find(({ kind }) => kind === 'report')?.body as
    | ReportMissingPayload
    | undefined;
  if (!heldFor || !report) return [];
  const { policeReference, policeLevel, looking, triggerPlan } = report;
  const said = Object.entries({ policeReference, policeLevel, looking, triggerPlan });
  return [
    {
      record: { kind: 'missingEpisode', id: heldFor },
      event: 'receive-report',
      payload: { ...Object.fromEntries(said.filter(([, value]) => value !== undefined)), report },
    },
  ];
}

/** The child learns that the absence is over. */
export function returnSteps({ record }: Ctx<RecordReturnPayload>): Step[] {
  const { childId, start, end } = record.standing;
  return [{ record: { kind: 'child', id: childId }, event: 'record-return', payload: { start, end } }];
}

/** The child forgets an absence that never was; the one before it, whose interview waited no longer for it, waits again. */
export function withdrawalSteps(context: Ctx<object>): Step[] {
  const { record, locked } = context;
  const { childId, start, end, since } = record.standing;
  // A report that is held counted for nobody.
  const before = locked.find(({ id, kind }) => id === record.id && kind === record.kind);
  if (before?.state === 'held') return [];
  const again = absencesOf(context).filter(
    ({ standing: { interview } }) => interview?.outcome === 'missing-again' && interview.at === since,
  );
  return [
    {
      record: { kind: 'child', id: childId },
      event: 'forget-episode',
      payload: { start, end },
    },
    ...again.map(({ kind, id }) => ({ record: { kind, id }, event: 'receive-not-again', payload: {} })),
  ];
}
