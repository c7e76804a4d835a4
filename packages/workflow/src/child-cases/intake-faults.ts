import { nhsNumberFaults } from '../children/told-nhs-number.js';
import { isEarlier } from '../clocks/is-earlier.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault } from '../model.js';
import { findPerson } from '../person-named.js';
import { placementAreaFaults } from './hosting.js';
import type {
  AllocateWorkerPayload,
  RecordReferralPayload,
  RecordStrategyDiscussionPayload,
  RelistPayload,
} from './payloads.js';
import { type ChildCaseStanding, hasCurrentHarm } from './standing.js';
import type { DecideTriagePayload, RecordCheckPayload } from './triage-payloads.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** A fault where a field is asked for and missing. */
export function asked(value: unknown, field: string, detail: string): Fault[] {
  return value ? [] : [{ pointer: `/${field}`, code: 'asked', detail }];
}

/** Where the agencies were read, a team is one of theirs. */
function teamFaults({ facts }: Pick<Ctx<object>, 'facts'>, teamId: string | undefined): Fault[] {
  const agencies = facts.related.filter((one) => one.kind === 'agency');
  const teams = agencies.flatMap((one) => (one.standing as unknown as { teams: { id: string }[] }).teams);
  if (!teamId || agencies.length === 0 || teams.some((team) => team.id === teamId)) return [];
  return [{ pointer: '/teamId', code: 'noTeam', detail: 'The team is not one of an agency on the books.' }];
}

/** Payload rules of a referral: somebody is described; reasons are given where a child or parent was not asked. */
export function referralFaults(context: Ctx<RecordReferralPayload>): Fault[] {
  const { payload, locked, at, profile } = context;
  const { child, childId } = payload;
  const { firstName, lastName, chosenName, description, birthDate } = child ?? {};
  const faults: Fault[] = [];
  if (childId && !locked.some((one) => one.kind === 'child' && one.id === childId))
    faults.push({ pointer: '/childId', code: 'noChild', detail: 'No child on the books has this id.' });
  if (childId && locked.some((one) => one.kind === 'child' && one.id === childId && one.state === 'merged'))
    faults.push({
      pointer: '/childId',
      code: 'merged',
      detail: 'This record was joined with another of the child: name that one.',
    });
  if (!childId && !(firstName || lastName || chosenName || description))
    faults.push({
      pointer: '/child',
      code: 'asked',
      detail: 'Describe who the child is, in a word at the least.',
    });
  if (birthDate && birthDate > localDate(at, profile.timeZone))
    faults.push({
      pointer: '/child/birthDate',
      code: 'future',
      detail: 'A birth date cannot lie in the future.',
    });
  faults.push(...nhsNumberFaults(child));
  if (payload.hosted)
    faults.push(...placementAreaFaults({ ...context, payload: payload.hosted }, '/hosted/since'));
  if (payload.concernAtHome === 'yes')
    faults.push(
      ...asked(payload.concernAtHomeWho, 'concernAtHomeWho', 'Say who it is, as far as anybody knows.'),
    );
  for (const who of ['childAware', 'parentAware'] as const)
    if (payload[who]?.agrees === 'not-asked')
      faults.push(...asked(payload[who]?.reason, `${who}/reason`, 'Say why it was not asked.'));
  return faults;
}

const takenOn = ['risk-assessment', 'section-47-and-risk-assessment'];
const endings = ['early-help', 'no-further-action', 'other-area'];

function otherCaseFaults({ payload, record, locked }: Ctx<DecideTriagePayload>): Fault[] {
  if (payload.outcome !== 'joined' && payload.outcome !== 'relisted') return [];
  const pointer = '/otherCaseId';
  if (!payload.otherCaseId) return asked(undefined, 'otherCaseId', 'Name the other case.');
  if (payload.otherCaseId === record.id)
    return [{ pointer, code: 'sameCase', detail: 'A case cannot be joined to itself.' }];
  const other = locked.find((one) => one.kind === 'childCase' && one.id === payload.otherCaseId);
  if (!other) return [{ pointer, code: 'noCase', detail: 'The other case is not one that you may see.' }];
  const { team } = other.standing as ChildCaseStanding;
  if (payload.outcome === 'joined' || team !== null) return [];
  return asked(payload.teamId, 'teamId', 'No team held the earlier case: name the team that will hold it.');
}

/** What an agency knows is told, not only that it knows something. */
export function checkFaults({ payload }: Ctx<RecordCheckPayload>): Fault[] {
  return payload.result === 'information'
    ? asked(payload.words, 'words', 'Write what the agency knows.')
    : [];
}

/** Payload rules of a triage decision: what each outcome asks for. */
export function triageFaults(context: Ctx<DecideTriagePayload>): Fault[] {
  const { payload } = context;
  const begins = takenOn.includes(payload.outcome);
  const faults = [
    ...(begins ? asked(payload.teamId, 'teamId', 'Name the team that will hold the case.') : []),
    ...teamFaults(context, payload.teamId),
    ...otherCaseFaults(context),
    ...(payload.outcome === 'other-area'
      ? asked(payload.otherArea, 'otherArea', 'Name the area and who was told there.')
      : []),
    ...(begins ? [] : asked(payload.referrerTold, 'referrerTold', 'Say how the referrer was told.')),
    ...(payload.policeView === 'given'
      ? asked(payload.policeViewText, 'policeViewText', 'Write the view of the police.')
      : []),
  ];
  if (endings.includes(payload.outcome) && payload.policeView === 'asked')
    faults.push({
      pointer: '/policeView',
      code: 'awaited',
      detail: 'A referral that ends at triage waits for the view of the police.',
    });
  return faults;
}

/** Payload rules of taking a case up again: the team, where none held it before. */
export function relistFaults(context: Ctx<RelistPayload>): Fault[] {
  const { payload, record } = context;
  return [
    ...(record.standing.team
      ? []
      : asked(payload.teamId, 'teamId', 'Name the team that will hold the case.')),
    ...teamFaults(context, payload.teamId),
  ];
}

/** An acknowledgement answers danger that was raised before it. */
export function acknowledgementFaults({ record, happened }: Ctx<object>): Fault[] {
  const raisedAt = record.standing.danger?.raisedAt;
  if (!raisedAt || !isEarlier(happened, raisedAt)) return [];
  return [
    {
      pointer: '/happened',
      code: 'beforeDanger',
      detail: 'The danger was raised after this: it is acknowledged at the time of raising or later.',
    },
  ];
}

const managers = ['manager', 'duty-manager', 'senior'];

/** Payload rules of a strategy discussion: who took part, who may say that there is none, and the crime reference. */
export function strategyFaults({ payload, record, actor }: Ctx<RecordStrategyDiscussionPayload>): Fault[] {
  const both = payload.agencies.includes('police') && payload.agencies.includes('social-care');
  const faults: Fault[] = [];
  if (payload.outcome !== 'threshold-not-met' && !both)
    faults.push({
      pointer: '/agencies',
      code: 'agencies',
      detail: 'A strategy discussion is between police and social care at the least.',
    });
  if (payload.outcome === 'threshold-not-met' && !actor.roles.some((role) => managers.includes(role)))
    faults.push({
      pointer: '/outcome',
      code: 'manager',
      detail: 'Only a manager says that the threshold is not met.',
    });
  if (hasCurrentHarm(record.standing) && !payload.crimeReference && !payload.noCrimeReason)
    faults.push({
      pointer: '/crimeReference',
      code: 'asked',
      detail: 'Give the crime reference, or say why there is none.',
    });
  return faults;
}

/** Payload rules of an allocation: a worker with an account; a change has its reason, handover and introduction. */
export function allocationFaults({ payload, record, facts }: Ctx<AllocateWorkerPayload>): Fault[] {
  const faults: Fault[] = [];
  if (!findPerson(facts, payload.workerId)?.roles.includes('worker'))
    faults.push({
      pointer: '/workerId',
      code: 'noWorker',
      detail: 'The person named is not a worker with an account.',
    });
  if (payload.workerId === record.standing.workerId)
    faults.push({ pointer: '/workerId', code: 'sameWorker', detail: 'This worker is allocated already.' });
  if (record.standing.workerId === null) return faults;
  return [
    ...faults,
    ...asked(payload.reason, 'reason', 'A change of worker has a reason.'),
    ...asked(payload.handover, 'handover', 'A change of worker has a handover note.'),
    ...asked(
      payload.introduction,
      'introduction',
      'Say how the child was introduced to the new worker together, or why not.',
    ),
  ];
}
