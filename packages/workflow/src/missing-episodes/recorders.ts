import { childName, unidentified } from '../child-cases/record-referral.js';
import { holdersOf } from '../children/standing.js';
import { type ChildNews, childNewsEffects } from '../children/under-child.js';
import { ruleDueAt } from '../clocks/due.js';
import { isEarlier } from '../clocks/is-earlier.js';
import { localDate } from '../clocks/time-zone.js';
import type { Leavers } from '../grace.js';
import type { Context } from '../model.js';
import { shortened } from '../shortened.js';
import type { Effect } from '../topic.js';
import { beginningOf, childOf, endingOf, sameAbsence } from './absences.js';
import { alarm, saysMore } from './alarm.js';
import type {
  ChangeKindPayload,
  DecideReportPayload,
  RecordEpisodePayload,
  RecordNotOfferedPayload,
  RecordPreventionInterviewPayload,
  RecordReturnPayload,
  RecordSearchPayload,
  ReportMissingPayload,
  SearchDetails,
  TellAreaPayload,
} from './payloads.js';
import type { AbsenceKind, EpisodeInterview, MissingEpisodeStanding } from './standing.js';
import { childIdOf } from './steps.js';

type Ctx<P extends object> = Context<MissingEpisodeStanding, P>;

const interviewClock = 'return-home-interview';
const write = (kind: string, body: object): Effect => ({ do: 'write', kind, class: 'case', body });

/** What a search is known by from now on: what is not said stays, and a level counts from when it was set. */
function searchPatch(
  standing: MissingEpisodeStanding,
  said: SearchDetails,
  at: string,
): Partial<MissingEpisodeStanding> {
  const { police } = standing;
  const level = said.policeLevel ?? police?.level ?? null;
  const reference = said.policeReference ?? police?.reference ?? null;
  const since = said.policeLevel && said.policeLevel !== police?.level ? at : (police?.since ?? at);
  return {
    ...(level || reference ? { police: { level, reference, since } } : {}),
    ...(said.looking ? { looking: shortened(said.looking, 200) } : {}),
    ...(said.triggerPlan ? { triggerPlan: said.triggerPlan } : {}),
  };
}

/** What an absence is from an instant on, and what it was until then; its latest ten parts are kept. */
function kindPatch(
  { kind: was, before = [] }: MissingEpisodeStanding,
  kind: AbsenceKind,
  from: string,
): Partial<MissingEpisodeStanding> {
  return { kind, before: [...before, { kind: was, until: from }].slice(-10) };
}

/** A child who was away, whereabouts known, and is reported missing, is missing from then on; never the other way by a report. Who looks for the child heard it with the report. */
function missingSince(
  standing: MissingEpisodeStanding,
  report: Pick<ReportMissingPayload, 'kind' | 'since'>,
): Effect[] {
  const { kind, since, end } = standing;
  if (kind !== 'away' || report.kind !== 'missing' || end !== null) return [];
  const from = since && isEarlier(report.since, since) ? since : report.since;
  return [{ do: 'set', patch: kindPatch(standing, 'missing', from) }];
}

/**
 * The interview clock of a return: from its instant; where an absence that was reported as it lasted has a day of return
 * alone, from the beginning of that day, since no child waits longer for want of a time. None for a child whom another
 * area placed here, which owns the clock, and none for days of a return file, which tell of what is long over.
 */
function interviewEffects({ payload, record, profile }: Ctx<RecordReturnPayload>): Effect[] {
  const { area, reportedAt } = record.standing;
  const day = payload.end && reportedAt ? beginningOf(payload.end, profile.timeZone) : undefined;
  const start = payload.returned ?? day;
  if (!start) return [];
  const interviewDue = ruleDueAt(profile.clocks[interviewClock], start, profile) as string;
  return [
    { do: 'set', patch: { interviewDue } },
    ...(area?.as === 'host'
      ? []
      : [{ do: 'start', rule: interviewClock, who: 'role:interviewer', start } as const]),
  ];
}

/** The other area of a placement is owed the news from now on, until it is told. */
function areaOwed({ record, at }: Ctx<object>): Partial<MissingEpisodeStanding> {
  const { area } = record.standing;
  return area ? { area: { ...area, owedSince: area.owedSince ?? at } } : {};
}

/** The other area is owed no news of what never was. */
function areaSilent({ area }: MissingEpisodeStanding): Partial<MissingEpisodeStanding> {
  return area ? { area: { ...area, owedSince: null } } : {};
}

/** The recorders of absences. */
export const recorders = {
  recordEpisode: (context: Ctx<RecordEpisodePayload>): Effect[] => {
    const { payload } = context;
    const child = childOf(context);
    const patch: Partial<MissingEpisodeStanding> = {
      childId: payload.childId,
      childName: child?.name ?? '',
      holders: child ? holdersOf(child) : [],
      kind: payload.kind,
      start: payload.start,
      end: payload.end ?? null,
    };
    return [{ do: 'set', patch }, write('episode', payload)];
  },
  recordReport: (context: Ctx<ReportMissingPayload>): Effect[] => {
    const { payload, record, happened, at, profile, commandId } = context;
    const child = childOf(context);
    const { hostingPart, otherArea } = payload;
    const patch: Partial<MissingEpisodeStanding> = {
      childId: childIdOf(payload, commandId),
      childName: child?.name ?? (payload.child ? childName(payload.child) : unidentified),
      holders: child ? holdersOf(child) : [],
      kind: payload.kind,
      start: localDate(payload.since, profile.timeZone),
      since: payload.since,
      reportedAt: happened,
      reportedBy: shortened(payload.reportedBy, 120),
      missingFrom: payload.missingFrom,
      ...(hostingPart && otherArea
        ? { area: { as: hostingPart, area: otherArea, toldAt: null, owedSince: at } }
        : {}),
      ...searchPatch(record.standing, payload, happened),
    };
    return [{ do: 'set', patch }, write('report', payload)];
  },
  /** Held until somebody compares it; where it may say more than is known, whoever looks for the child hears it before that. */
  recordHeld: (context: Ctx<ReportMissingPayload>): Effect[] => {
    const same = sameAbsence(context, context.payload.since);
    if (!same) return [];
    const news = saysMore(context.payload, same.standing, context.profile);
    return [
      { do: 'set', patch: { heldFor: same.id } },
      ...(news ? alarm(context.record.standing.holders) : []),
    ];
  },
  sendAlarm: ({ record }: Ctx<object>): Effect[] => alarm(record.standing.holders),
  /** A child who was away is missing now; of one who is found nobody is woken. */
  sendMissingNow: ({ record, payload }: Ctx<ChangeKindPayload>): Effect[] =>
    payload.kind === 'missing' ? alarm(record.standing.holders) : [],
  recordDecision: ({ payload, profile, actor }: Ctx<DecideReportPayload>): Effect[] => [
    write('report-decision', { ...payload, by: actor.name }),
    ...(payload.decision === 'another' && payload.since
      ? [
          {
            do: 'set',
            patch: { since: payload.since, start: localDate(payload.since, profile.timeZone) },
          } as const,
        ]
      : []),
  ],
  /** A second report fills in what the first did not say; since when stays as it was first said. */
  recordSecondReport: ({
    payload,
    record,
    happened,
  }: Ctx<{ report: Pick<ReportMissingPayload, 'kind' | 'since'> } & SearchDetails>): Effect[] => {
    const { report, ...said } = payload;
    const { police, looking, triggerPlan } = record.standing;
    const unsaid: SearchDetails = {
      ...(police?.level ? {} : pick(said, 'policeLevel')),
      ...(police?.reference ? {} : pick(said, 'policeReference')),
      ...(looking ? {} : pick(said, 'looking')),
      ...(triggerPlan ? {} : pick(said, 'triggerPlan')),
    };
    return [
      write('second-report', report),
      { do: 'set', patch: searchPatch(record.standing, unsaid, happened) },
      ...missingSince(record.standing, report),
    ];
  },
  recordSearch: ({ payload, record, happened, actor }: Ctx<RecordSearchPayload>): Effect[] => [
    write('search', { ...payload, by: actor.name }),
    { do: 'set', patch: searchPatch(record.standing, payload, happened) },
  ],
  recordKind: ({ payload, record, actor }: Ctx<ChangeKindPayload>): Effect[] => [
    write('kind-change', { ...payload, was: record.standing.kind, by: actor.name }),
    { do: 'set', patch: kindPatch(record.standing, payload.kind, payload.from) },
  ],
  recordHolder: ({ payload }: Ctx<{ holders: string[]; former: Leavers }>): Effect[] => [
    { do: 'set', patch: payload },
  ],
  recordChildNews: (context: Context<never, ChildNews>): Effect[] => childNewsEffects(context, 'childName'),
  recordReturn: (context: Ctx<RecordReturnPayload>): Effect[] => {
    const { payload, profile } = context;
    const child = childOf(context);
    const end = payload.returned ? localDate(payload.returned, profile.timeZone) : payload.end;
    const patch = {
      end,
      ...(payload.returned ? { returnedAt: payload.returned } : {}),
      ...(child ? { holders: holdersOf(child) } : {}),
      ...areaOwed(context),
    };
    return [{ do: 'set', patch }, write('return', payload), ...interviewEffects(context)];
  },
  recordPreventionInterview: ({
    payload,
    happened,
    actor,
  }: Ctx<RecordPreventionInterviewPayload>): Effect[] => [
    write('prevention-interview', { ...payload, recordedBy: actor.name }),
    { do: 'set', patch: { preventionAt: happened } },
  ],
  recordNotOffered: (context: Ctx<RecordNotOfferedPayload>): Effect[] => {
    const { payload, happened, actor } = context;
    const interview: EpisodeInterview = { outcome: 'not-offered', at: happened };
    return [
      write('interview-not-offered', { ...payload, by: actor.name }),
      { do: 'set', patch: { interview, ...areaOwed(context) } },
      { do: 'end', rule: interviewClock, reason: 'No interview was offered' },
    ];
  },
  recordOffer: ({ payload, happened }: Ctx<{ interviewId: string }>): Effect[] => [
    { do: 'set', patch: { offered: { interviewId: payload.interviewId, at: happened } } },
  ],
  recordInterview: (
    context: Ctx<{ outcome: 'completed' | 'declined' | 'not-reached'; interviewId: string }>,
  ): Effect[] => {
    const { payload, happened } = context;
    const { outcome, interviewId } = payload;
    const interview: EpisodeInterview = {
      outcome: outcome === 'completed' ? completedAt(context) : outcome,
      at: happened,
      interviewId,
    };
    const reason = { declined: 'The young person declined', 'not-reached': 'Not reached' } as const;
    return [
      { do: 'set', patch: { interview, ...areaOwed(context) } },
      { do: 'end', rule: interviewClock, ...(outcome === 'completed' ? {} : { reason: reason[outcome] }) },
    ];
  },
  recordMissingAgain: ({ payload }: Ctx<{ since: string }>): Effect[] => [
    { do: 'set', patch: { interview: { outcome: 'missing-again', at: payload.since } } },
    { do: 'end', rule: interviewClock, reason: 'Missing again before the interview' },
  ],
  recordWithdrawal: ({ payload, record, actor }: Ctx<{ reason: string }>): Effect[] => [
    write('episode-withdrawn', { ...payload, by: actor.name }),
    { do: 'endAll', reason: 'The report was a mistake' },
    ...(record.standing.reportedAt ? alarm(record.standing.holders, 'child-not-missing') : []),
    ...(record.standing.area ? [{ do: 'set', patch: areaSilent(record.standing) } as const] : []),
  ],
  /** The next absence never was: the interview after this one is owed again, by its own hours. */
  recordNotAgain: ({ record }: Ctx<object>): Effect[] => {
    const { returnedAt, area } = record.standing;
    return [
      { do: 'set', patch: { interview: null } },
      ...(returnedAt && area?.as !== 'host'
        ? [{ do: 'start', rule: interviewClock, who: 'role:interviewer', start: returnedAt } as const]
        : []),
    ];
  },
  recordAreaTold: ({ payload, record, happened, actor }: Ctx<TellAreaPayload>): Effect[] => {
    const { area } = record.standing;
    return [
      write('area-told', { ...payload, area: area?.area, by: actor.name }),
      ...(area
        ? [{ do: 'set', patch: { area: { ...area, toldAt: happened, owedSince: null } } } as const]
        : []),
    ];
  },
};

/**
 * In time or late by the hours of this very absence; neither where nobody knows at what time the child returned. Of a
 * return by its day alone it is in time by the hours from the beginning of that day, late after those from its end.
 */
function completedAt({ record, happened, profile }: Ctx<object>): EpisodeInterview['outcome'] {
  const { interviewDue, returnedAt, end } = record.standing;
  if (!interviewDue) return 'completed-return-not-timed';
  if (happened <= interviewDue) return 'completed-in-time';
  if (returnedAt || !end) return 'completed-late';
  const latest = ruleDueAt(profile.clocks[interviewClock], endingOf(end, profile.timeZone), profile);
  return latest === null || happened <= latest ? 'completed-return-not-timed' : 'completed-late';
}

function pick<T extends object, K extends keyof T>(from: T, key: K): Partial<Pick<T, K>> {
  return from[key] === undefined ? {} : ({ [key]: from[key] } as Partial<Pick<T, K>>);
}
