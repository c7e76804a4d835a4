import type { BreakGlassStanding } from '../break-glass/standing.js';
import {
  conferenceOutcomes,
  feedbackSubjects,
  protectionCategories,
  section47Outcomes,
} from '../child-cases/casework-payloads.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { stillToFindOut } from '../child-cases/still-to-find-out.js';
import { dateOf, epochDay } from '../clocks/calendar.js';
import { extensionOf } from '../clocks/extending.js';
import type { StoredRecord } from '../model.js';
import { actionEndings } from '../plan-actions/standing.js';
import { type Grade, grades } from '../profile/grade.js';
import { englandProfile } from '../profile/profile.js';
import { dueCommands } from '../topics.js';
import { wrongRows } from '../wrong-rows.js';
import { anAssessment, aScreening } from './assessments.js';
import { auditPayloads } from './audit-payloads.js';
import { aChairsAction } from './chairs-action-maker.js';
import { type Chance, chanceFrom } from './chance.js';
import { childPayloads } from './child-payloads.js';
import { coverPayloads } from './cover-payloads.js';
import { governancePayloads } from './governance-payloads.js';
import { inDays } from './in-days.js';
import { incidentPayloads } from './incident-payloads.js';
import { intelligencePayloads } from './intelligence-payloads.js';
import { leavingMakers } from './leaving-makers.js';
import { linkPayloads } from './link-payloads.js';
import { measurePayloads } from './measure-payloads.js';
import { missingPayloads } from './missing-payloads.js';
import { onCasePayloads } from './on-case-payloads.js';
import { panelMakers } from './panel-makers.js';
import {
  aClosure,
  aContact,
  aDiscussion,
  aFeedback,
  aListing,
  anAction,
  anAllocation,
  aRating,
  aReferral,
  aSharing,
  aSuspension,
} from './payloads.js';
import { type Partnership, teams } from './people.js';
import { planCopyMakers } from './plan-copy-makers.js';
import { registerPayloads } from './register-payloads.js';
import { strandPayloads } from './strand-payloads.js';
import { triage } from './triage-maker.js';

/** What a payload is made for: the books, the record it is about (none for one that is new), the choice it carries. */
export interface PayloadFor {
  world: Partnership;
  record: StoredRecord | null;
  choice?: string | undefined;
  chance?: Chance;
}

/** Makes a payload. */
export type Maker = (about: Required<Omit<PayloadFor, 'choice'>> & { choice: string | undefined }) => object;

const caseOf = (record: StoredRecord | null) => record?.standing as ChildCaseStanding;

function assessment({ chance, record }: Parameters<Maker>[0]): object {
  const grade = chance.of(grades);
  const over = { harm: Object.entries(caseOf(record)?.harm ?? {}) };
  const payload = anAssessment(grade);
  const before = over.harm.find(([kind]) => kind === 'online')?.[1].certainty as 'suspected' | undefined;
  const harm = payload.harm.map((one) =>
    before && before !== ('none-known' as string) ? { ...one, certainty: before } : one,
  );
  return { ...payload, harm };
}

const makers: Record<string, Maker> = {
  'child-cases/record-referral': ({ chance }) =>
    aReferral({
      immediateDanger: chance.happens(0.2),
      ...(chance.happens(0.3) ? { positionOfTrust: 'yes' } : {}),
      ...(chance.happens(0.2) ? { concernAtHome: 'yes', concernAtHomeWho: 'A made-up lodger' } : {}),
    }),
  'child-cases/raise-immediate-danger': () => ({ what: 'A made-up threat' }),
  'child-cases/acknowledge-danger': () => ({ doing: 'A made-up officer is on the way' }),
  'child-cases/record-safety-action': () => ({ who: 'Aunt', what: 'Collects the child', when: 'Today' }),
  'child-cases/mark-for-chair': ({ world }) => ({ judgedAt: world.at }),
  'child-cases/record-check': () => ({ agency: 'Made-up surgery', result: 'nothing-known' }),
  'child-cases/decide-triage': triage,
  'child-cases/record-strategy-discussion': ({ chance }) =>
    aDiscussion({ outcome: chance.of(['section-47', 'no-section-47']) }),
  'child-cases/record-section-47-outcome': ({ chance }) => ({
    outcome: chance.of(section47Outcomes),
    reasons: 'Made-up reasons',
  }),
  'child-cases/record-conference': ({ chance }) => ({
    outcome: chance.of(conferenceOutcomes),
    category: chance.of(protectionCategories),
    reasons: 'Made-up reasons',
  }),
  'child-cases/record-contact': ({ chance }) =>
    aContact({ kind: chance.of(['visit', 'attempt', 'call']), answered: chance.of(['yes', 'no']) }),
  'child-cases/record-feedback': ({ chance }) => aFeedback({ about: [chance.of(feedbackSubjects)] }),
  'child-cases/suspend': ({ world, chance }) =>
    aSuspension(chance.of([world.people.worker, world.people.manager]).userId, {
      checkBy: inDays(world, 14).slice(0, 10),
      expected: inDays(world, 40).slice(0, 10),
    }),
  'child-cases/check-suspension': ({ world, record }) => ({
    found: 'Made-up words',
    checkBy: [inDays(world, 14).slice(0, 10), caseOf(record)?.suspension?.expected ?? '9999-12-31'].sort()[0],
  }),
  'child-cases/extend-clock': ({ world, record }) => {
    const clock = record?.standing.clocks.find(({ rule }) => extensionOf(englandProfile, rule));
    const due = clock?.due ?? world.at;
    return {
      rule: clock?.rule ?? 'first-assessment',
      to: dateOf(epochDay(due.slice(0, 10)) + 1),
      reason: 'A made-up report is awaited',
    };
  },
  'child-cases/resume': () => ({ reason: 'released', words: 'Made-up words' }),
  'child-cases/allocate-worker': ({ world, record }) => {
    const { worker, colleague } = world.people;
    return anAllocation(caseOf(record)?.workerId === worker.userId ? colleague.userId : worker.userId);
  },
  'child-cases/record-view': () => ({ of: 'police', words: 'Made-up words', how: 'By telephone' }),
  'child-cases/record-screening': ({ chance }) => aScreening(chance.of([[], ['friend-exploited']])),
  'child-cases/assess-risk': assessment,
  'child-cases/ask-blind-assessment': ({ world, chance }) => {
    const { stranger, nurse, member, interviewer } = world.people;
    return { assessorId: chance.of([stranger, nurse, member, interviewer]).userId };
  },
  'child-cases/assess-blind': ({ chance }) => anAssessment(chance.of(grades)),
  'child-cases/confirm-grade': ({ record, choice }) => ({
    assessmentId: caseOf(record)?.proposed?.assessmentId ?? 'none',
    grade: (choice ?? 'low') as Grade,
    reasons: 'Made-up reasons',
    noHarmReason: 'Made-up reasons',
    secondSignatureReason: 'Seen',
  }),
  'child-cases/rate-outcomes': ({ choice }) => aRating((choice ?? 'first') as never),
  'child-cases/agree-plan': ({ chance }) => ({ kind: chance.of(['interim', 'full']) }),
  'child-cases/share-plan': () => aSharing(),
  'child-cases/take-chairs-action': aChairsAction,
  'child-cases/list-for-panel': () => aListing({ admitReason: 'The chair admits it' }),
  'child-cases/withdraw-listing': () => ({ reason: 'Made-up reasons' }),
  'child-cases/defer-listing': ({ world }) => ({ reason: 'Made up', until: inDays(world, 20).slice(0, 10) }),
  'child-cases/propose-closure': ({ choice, chance, record }) => {
    const open = (caseOf(record)?.actions.openSafety ?? 0) > 0 && chance.happens(0.5);
    return aClosure({ reason: (choice ?? 'not-found') as never, ...(open ? { handover: 'The nurse' } : {}) });
  },
  'child-cases/approve-closure': () => ({ reasons: 'Agreed', overrideReasons: 'Made-up reasons' }),
  'child-cases/refuse-closure': () => ({ reason: 'Made-up reasons' }),
  'child-cases/relist': () => ({ reason: 'Made-up reasons', teamId: teams.north }),
  'child-cases/correct-record': ({ world, record, chance }) => {
    const rows = world.written.get(record?.id ?? '') ?? [];
    const free = rows.filter((row) => !rows.some((other) => other.replaces === row.id));
    return {
      rowId: free.length > 0 ? chance.of(free).id : 'none',
      reason: 'A slip',
      corrected: {},
      correctedHappened: inDays(world, -1),
    };
  },
  'child-cases/record-finding': ({ world, record, chance }) => {
    const open = stillToFindOut(world.written.get(record?.id ?? '') ?? []);
    const code = open.length > 0 ? chance.of(open).code : 'none';
    return { code, found: 'Made up: yes, since the spring', source: 'The school (made up)' };
  },
  'child-cases/withdraw-entry': ({ world, record, chance }) => {
    const rows = world.written.get(record?.id ?? '') ?? [];
    const wrong = wrongRows(rows);
    const free = rows.filter(({ id }) => !wrong.has(id));
    return { rowId: free.length > 0 ? chance.of(free).id : 'none', reason: 'Two files were open' };
  },
  'child-cases/record-breach-decision': ({ record, chance }) => ({
    rowId: caseOf(record)?.withdrawn?.[0]?.rowId ?? 'none',
    finding: chance.of(['breach', 'no-breach-restore']),
    reported: 'no',
    reasons: 'Nobody outside had read it',
  }),
  'child-cases/restrict': ({ world, chance }) => {
    const { manager, worker, senior, chair, coordinator, auditor } = world.people;
    const readers = [manager, worker, senior, chair, coordinator, auditor].filter(() => chance.happens(0.6));
    return { reason: 'A made-up risk to the child', readers: readers.map(({ userId }) => userId) };
  },
  'child-cases/lift-restriction': () => ({ reason: 'The made-up risk has passed' }),
  'child-cases/set-contact-caution': ({ world, chance }) => ({
    party: chance.of(['child', 'parent', 'other']),
    who: 'Made-up stepfather',
    whatNot: 'No letters to the home',
    why: 'He opens them (made up)',
    until: inDays(world, 60).slice(0, 10),
  }),
  'child-cases/release-contact-caution': ({ record }) => ({
    cautionId: caseOf(record)?.cautions?.[0]?.id ?? 'none',
    reason: 'He has moved out (made up)',
  }),
  'child-cases/declare-connection': () => ({ reason: 'A made-up kinship' }),
  'child-cases/withdraw-connection': ({ record }) => ({
    reason: 'A slip',
    userId: caseOf(record)?.access?.without?.[0] ?? 'none',
  }),
  'plan-actions/add-action': ({ world, chance }) => {
    const owner = chance.of([
      world.people.worker,
      world.people.nurse,
      world.people.advocate,
      world.people.colleague,
    ]);
    return anAction(chance.of(world.all('childCase')).id, owner.userId, {
      part: chance.of(['safety', 'disruption']),
    });
  },
  'plan-actions/accept-action': () => ({}),
  'plan-actions/decline-action': () => ({ reason: 'On leave' }),
  'plan-actions/change-action': ({ world, choice }) => ({
    reason: 'A made-up reason',
    ...(choice === 'owner'
      ? { ownerId: world.people.interviewer.userId, due: '2029-12-04' }
      : { outcome: 'The child sleeps at home' }),
  }),
  'plan-actions/escalate-action': () => ({ reason: 'It cannot wait (made up)' }),
  'plan-actions/answer-escalation': () => ({ reason: 'A made-up reason', due: '2029-12-05' }),
  'plan-actions/end-action': ({ world, record, choice, chance }) => {
    const how = choice ?? actionEndings[0];
    const others = world.all('planAction').filter((one) => one.parentId === record?.parentId);
    const said = {
      done: { evidence: 'Made-up evidence' },
      'not-done': { reason: 'A made-up reason' },
      'no-longer-possible': { changed: 'The made-up shop has closed' },
      'handed-over': { newOwnerId: world.people.manager.userId, handover: 'Made up', due: '2029-12-06' },
      superseded: { byActionId: others.length > 0 ? chance.of(others).id : 'none' },
    };
    return { how, ...said[how as keyof typeof said] };
  },
  'children/record-child': () => ({
    firstName: 'Alex',
    lastName: 'Example',
    birthDate: '2012-05-06',
    from: 'return',
  }),
  ...childPayloads,
  ...incidentPayloads,
  'children/record-about-me': () => ({ chosenName: 'Lex', likes: 'Drawing (made up)' }),
  'children/record-status-line': () => ({ status: 'child-in-need', since: '2026-01-01', next: '2026-12-01' }),
  'children/record-status': () => ({ legalStatus: 'C2', placement: 'U1', since: '2026-01-01' }),
  ...missingPayloads,
  'referral-proposals/accept-proposal': () => ({ seenOrSaid: 'Made-up words', immediateDanger: false }),
  'referral-proposals/decline-proposal': () => ({ reason: 'Known and met' }),
  ...coverPayloads,
  'break-glass/open-record': ({ world, choice, chance }) => {
    const reason = 'A made-up child at the door';
    if (choice === 'nothing') return { reference: 'MASE-0000', reason };
    const found = chance.of(world.all('childCase'));
    const { reference, childId } = caseOf(found);
    return { reference, reason, caseId: found.id, childId };
  },
  'break-glass/close-record': ({ record }) => {
    const { caseId = null, childId = null } = (record?.standing ?? {}) as Partial<BreakGlassStanding>;
    return { ...(caseId ? { caseId } : {}), ...(childId ? { childId } : {}) };
  },
  'break-glass/decide-review': ({ choice }) => ({
    finding: choice ?? 'justified',
    words: 'Made-up words of the review',
  }),
  ...leavingMakers,
  ...panelMakers,
  ...auditPayloads,
  ...registerPayloads,
  ...governancePayloads,
  ...intelligencePayloads,
  ...linkPayloads,
  ...onCasePayloads,
  ...planCopyMakers,
  ...strandPayloads,
  ...measurePayloads,
  'agencies/add-agency': () => ({ name: 'Made-up school', kind: 'education', teams: [] }),
};

/** The names of the commands for which a valid payload can be made: all of them. A clock says nothing of its own. */
export const payloadMakers: readonly string[] = [
  ...Object.keys(makers),
  ...dueCommands.map(({ command }) => command).filter((name) => !(name in makers)),
];

/** A payload that is valid for a command on a record as the books stand, so far as any payload can be. */
export function validPayload(command: string, { world, record, choice, chance }: PayloadFor): object {
  const make = makers[command] ?? (payloadMakers.includes(command) ? () => ({}) : undefined);
  if (!make) throw new Error(`No payload is known for ${command}`);
  return make({ world, record, choice, chance: chance ?? chanceFrom(1) });
}
