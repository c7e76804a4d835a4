import { identifierTerms } from '../identifiers/matching.js';
import type { Context, RecordRef } from '../model.js';
import { intelligenceReference } from '../reference.js';
import type { Effect } from '../topic.js';
import { interviewNamed, interviewSource } from './from-interview.js';
import {
  childrenNamed,
  identifiersOf,
  namedRecords,
  recordNaming,
  sightings,
  subjectsNamed,
} from './naming.js';
import { principalsOfRecipient } from './readers.js';
import { holdersOfReport, regradeEffects } from './regrading.js';
import {
  type AddToReportPayload,
  type DisseminatePayload,
  type EvaluatePayload,
  type IntelligenceReasonPayload,
  type IntelligenceStanding,
  type RecordSourceRiskPayload,
  type ReviewReportPayload,
  reportParts,
  type SanitisePayload,
  type SubmitIntelligencePayload,
  type TellSubmitterPayload,
} from './standing.js';

type Ctx<P extends object> = Context<IntelligenceStanding, P>;

const desk = 'role:intelligence-officer';
const supervisor = 'role:intelligence-supervisor';

/** The records that a report names, with the child of the interview that brought it. */
function namedWith(context: Ctx<SubmitIntelligencePayload>): RecordRef[] {
  const named = namedRecords(context.payload);
  const childId = interviewNamed(context)?.standing.childId;
  return !childId || named.some(({ id }) => id === childId)
    ? named
    : [...named, { kind: 'child', id: childId }];
}

const unsanitised = (kind: string, body: object): Effect => ({
  do: 'write',
  kind,
  class: 'unsanitised',
  body,
});
const note = (kind: string, body: object): Effect => ({ do: 'write', kind, class: 'case', body });

/** What is left undone when a report goes no further; whoever submitted it is told that it ended. */
function endedEffects(
  { record, happened }: Ctx<object>,
  how: 'rejected' | 'withdrawn' | 'no-longer-needed',
): Effect[] {
  const { submitted } = record.standing;
  const told = [...new Set(holdersOfReport(record.standing).flatMap(principalsOfRecipient))];
  return [
    { do: 'set', patch: { ended: { how, at: happened } } },
    { do: 'hold', edges: [] },
    { do: 'endAll', reason: 'The report ended', except: ['intelligence-feedback'] },
    ...(how === 'rejected' ? [{ do: 'end', rule: 'intelligence-feedback' } as const] : []),
    ...(submitted?.by && how === 'rejected'
      ? [{ do: 'send', kind: 'intelligence-ended', principal: `user:${submitted.by}` } as const]
      : []),
    ...told.map((principal) => ({ do: 'send', kind: 'intelligence-withdrawn', principal }) as const),
  ];
}

/** The recorders of the topic. */
export const recorders = {
  recordSubmission: (context: Ctx<SubmitIntelligencePayload>): Effect[] => {
    const { payload, record, actor, happened } = context;
    const { identifiers: _written, named: _named, caseId: _case, ...told } = payload;
    const { interviewId: _interview, findings: _findings, ...words } = told;
    const identifiers = identifiersOf(context);
    const named = namedWith(context);
    const children = childrenNamed(context, named);
    return [
      {
        do: 'set',
        patch: {
          // Until police have graded it nobody else may know that it exists.
          access: { closed: true, named: [] },
          reference: intelligenceReference(record.id),
          submitted: { by: actor.userId, agencyId: actor.agencyId, at: happened },
          danger: payload.childInDanger,
          needsRisk: payload.fromChild !== 'no' || payload.couldShow !== 'no',
          named,
          subjectIds: subjectsNamed(context, named),
        },
      },
      unsanitised('intelligence-report', {
        ...{ ...words, ...interviewSource(context), identifiers, named, children },
        by: actor.name,
      }),
      { do: 'find', terms: identifierTerms(identifiers) },
      ...sightings(context, { children, identifiers }, happened),
      { do: 'start', rule: 'intelligence-evaluation', who: desk, raised: payload.childInDanger },
      { do: 'start', rule: 'intelligence-feedback', who: desk },
      { do: 'send', kind: 'intelligence-submitted', principal: desk },
      ...(payload.childInDanger
        ? [{ do: 'send', kind: 'intelligence-danger', principal: supervisor } as const]
        : []),
    ];
  },
  recordNaming,
  recordAddition: ({ payload, actor }: Ctx<AddToReportPayload>): Effect[] => [
    unsanitised('intelligence-addition', { ...payload, by: actor.name }),
    { do: 'send', kind: 'intelligence-added-to', principal: desk },
  ],
  recordGrade: (context: Ctx<EvaluatePayload>): Effect[] => {
    const { payload, record, actor } = context;
    const { source, information, handling, conditions = [], reviewBy } = payload;
    const { danger, ended, parts, recipients } = record.standing;
    const grade = { source, information, handling, conditions };
    const isNew = parts.length === 0 && recipients.length === 0 && !ended;
    return [
      note('intelligence-grade', { ...payload, conditions, by: actor.name }),
      {
        do: 'set',
        patch: {
          grade,
          reviewBy,
          access: { closed: handling === 'C', named: [] },
        },
      },
      { do: 'end', rule: 'intelligence-evaluation' },
      ...(isNew
        ? [{ do: 'start', rule: 'intelligence-dissemination', who: desk, raised: danger } as const]
        : []),
      { do: 'start', rule: 'intelligence-review', who: desk, due: reviewBy, again: true },
      ...regradeEffects(context, grade),
    ];
  },
  recordSourceRisk: ({ payload, actor, happened }: Ctx<RecordSourceRiskPayload>): Effect[] => [
    note('intelligence-risk', { ...payload, by: actor.name }),
    { do: 'set', patch: { risk: { level: payload.level, at: happened } } },
  ],
  recordSanitised: ({ payload, record, actor, facts }: Ctx<SanitisePayload>): Effect[] => {
    const given = reportParts.filter((part) => payload[part] !== undefined);
    const before = (part: string) =>
      facts.written.find((row) => row.kind === 'intelligence-part' && row.class === part)?.id;
    const holders = holdersOfReport(record.standing).filter(({ parts }) =>
      parts.some((part) => given.includes(part)),
    );
    return [
      ...(payload.consulted
        ? [note('intelligence-consulted', { consulted: payload.consulted, by: actor.name })]
        : []),
      ...given.map((part): Effect => {
        const replaces = before(part);
        const body = { text: payload[part], by: actor.name };
        return {
          do: 'write',
          kind: 'intelligence-part',
          class: part,
          body,
          ...(replaces ? { replaces } : {}),
        };
      }),
      {
        do: 'set',
        patch: {
          parts: reportParts.filter((part) => given.includes(part) || record.standing.parts.includes(part)),
        },
      },
      // What they hold may show a source: they are told before it does.
      ...[...new Set(holders.flatMap(principalsOfRecipient))].map(
        (principal) => ({ do: 'send', kind: 'intelligence-changed', principal }) as const,
      ),
    ];
  },
  recordDissemination: ({ payload, record, actor }: Ctx<DisseminatePayload>): Effect[] => {
    const { to, parts, powers, purpose, consulted, reasons } = payload;
    const fresh = to.map(({ agencyId, contactId = null }) => ({ agencyId, contactId, parts }));
    const known = record.standing.recipients.filter(
      (one) =>
        !fresh.some(({ agencyId, contactId }) => agencyId === one.agencyId && contactId === one.contactId),
    );
    const body = {
      agencyIds: [...new Set(to.map(({ agencyId }) => agencyId))],
      recipients: to.flatMap(({ contactId }) => contactId ?? []),
      ...{ parts, powers, purpose, grade: record.standing.grade },
      ...(consulted ? { consulted } : {}),
      by: actor.name,
    };
    return [
      { do: 'write', kind: 'intelligence-sharing', class: 'sharing', body },
      ...(reasons ? [note('intelligence-covert', { reasons, by: actor.name })] : []),
      { do: 'set', patch: { recipients: [...known, ...fresh] } },
      { do: 'end', rule: 'intelligence-dissemination' },
      ...[...new Set(fresh.flatMap(principalsOfRecipient))].map(
        (principal) => ({ do: 'send', kind: 'intelligence-shared', principal }) as const,
      ),
    ];
  },
  recordSourceReferral: ({ payload, actor, happened }: Ctx<IntelligenceReasonPayload>): Effect[] => [
    note('source-referral', { ...payload, by: actor.name }),
    { do: 'set', patch: { sourceReferredAt: happened } },
    { do: 'send', kind: 'intelligence-source-referred', principal: supervisor },
  ],
  recordFeedback: ({ payload, record, actor, happened }: Ctx<TellSubmitterPayload>): Effect[] => {
    const { submitted } = record.standing;
    return [
      {
        do: 'write',
        kind: 'intelligence-feedback',
        class: 'receipt',
        body: { ...payload, agencyIds: submitted?.agencyId ? [submitted.agencyId] : [], by: actor.name },
      },
      { do: 'set', patch: { fedBackAt: happened } },
      { do: 'end', rule: 'intelligence-feedback' },
      ...(submitted?.by
        ? [{ do: 'send', kind: 'intelligence-fed-back', principal: `user:${submitted.by}` } as const]
        : []),
    ];
  },
  recordRejection: (context: Ctx<IntelligenceReasonPayload>): Effect[] => [
    note('intelligence-rejected', { ...context.payload, by: context.actor.name }),
    ...endedEffects(context, 'rejected'),
  ],
  recordWithdrawal: (context: Ctx<IntelligenceReasonPayload>): Effect[] => [
    note('intelligence-withdrawn', { ...context.payload, by: context.actor.name }),
    ...endedEffects(context, 'withdrawn'),
  ],
  recordKeeping: ({ payload, actor }: Ctx<ReviewReportPayload>): Effect[] => [
    note('intelligence-reviewed', { ...payload, by: actor.name }),
    { do: 'set', patch: { reviewBy: payload.reviewBy ?? null } },
    { do: 'end', rule: 'intelligence-review' },
    { do: 'start', rule: 'intelligence-review', who: desk, due: payload.reviewBy as string, again: true },
  ],
  recordWeeding: (context: Ctx<ReviewReportPayload>): Effect[] => [
    note('intelligence-reviewed', { ...context.payload, by: context.actor.name }),
    { do: 'end', rule: 'intelligence-review' },
    ...endedEffects(context, 'no-longer-needed'),
  ],
};
