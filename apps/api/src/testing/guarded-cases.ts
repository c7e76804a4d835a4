import {
  aDecision,
  aDiscussion,
  aListing,
  anAction,
  anAllocation,
  anAssessment,
  aQuorum,
  aReferral,
  aSittingOn,
  aTriage,
  broughtForward,
} from '@mase/workflow/testing';
import type { Known } from './journey-step.js';

/** Gives a command as somebody of one partnership and expects it to be accepted. */
export type Giver = (
  who: string,
  command: string,
  body: object,
  id?: string,
) => Promise<{ id: string; entry: string }>;

/** Looks at an address as the coordinator and gives the answer. */
export type Looker = <T>(path: string) => Promise<T>;

/** A record of a case and all that hangs on it, by id. */
export interface GuardedCase {
  childCase: string;
  child: string;
  safety: string;
  disruption: string;
  episode: string;
  interview: string;
  proposal: string;
  agendaItem: string;
}

/** A word that stands in one place of one case and nowhere else. */
export const canary = (mark: string, place: string) => `zq-${mark}-${place}`;

/** What looks like a canary in a text: the words of places, and the made-up names. */
export const canaries = (text: string): string[] => [...new Set(text.match(/zq-?[a-z-]+|Zq[a-z]+/g) ?? [])];

const nameOf = (mark: string) => `Zq${mark}`;

/** The case of a made-up child from the referral to an action of each part, with a canary in every field that can hold one. */
export async function aGuardedCase(
  give: Giver,
  people: Known,
  about: { mark: string; worker: string; look: Looker },
): Promise<GuardedCase> {
  const { mark, worker } = about;
  const say = (place: string) => canary(mark, place);
  const child = {
    firstName: nameOf(mark),
    lastName: 'Synthetic',
    birthDate: '2012-05-06',
    description: say('looks'),
  };
  const referral = aReferral({ child, seenOrSaid: say('referral'), household: say('household') });
  const { id } = await give('referrer', 'child-cases/record-referral', referral);
  await give('triage', 'child-cases/raise-immediate-danger', { what: say('danger') }, id);
  await give('duty', 'child-cases/acknowledge-danger', { doing: say('doing') }, id);
  const action = { who: say('aunt'), what: say('safety-action'), when: 'Today' };
  await give('triage', 'child-cases/record-safety-action', action, id);
  const triage = aTriage('risk-assessment', {
    teamId: 'north',
    reasons: say('triage'),
    policeViewText: say('police'),
  });
  await give('triage', 'child-cases/decide-triage', triage, id);
  await give(
    'manager',
    'child-cases/record-strategy-discussion',
    aDiscussion({ summary: say('strategy') }),
    id,
  );
  const handed = anAllocation(people[worker] as string, { handover: say('handover') });
  await give('manager', 'child-cases/allocate-worker', handed, id);
  await give(worker, 'child-cases/record-view', { of: 'child', words: say('view'), how: 'On a walk' }, id);
  const assessed = { ...anAssessment('medium'), analysis: say('analysis'), reasons: say('reasons') };
  const { entry } = await give(worker, 'child-cases/assess-risk', assessed, id);
  await give('manager', 'child-cases/confirm-grade', { assessmentId: entry, grade: 'medium' }, id);
  const part = (one: 'safety' | 'disruption', owner: string) =>
    give('manager', 'plan-actions/add-action', {
      ...anAction(id, people[owner] as string, { part: one }),
      what: say(one),
      outcome: say(`${one}-outcome`),
    });
  const safety = await part('safety', 'charity-worker');
  const disruption = await part('disruption', 'intelligence');
  await give('manager', 'child-cases/agree-plan', { kind: 'full', comment: say('plan') }, id);
  const childId = (await about.look<{ childId: string }>(`/api/v1/child-cases/${id}`)).childId;
  const episode = (start: string) =>
    give('coordinator', 'missing-episodes/record-episode', {
      childId,
      kind: 'missing',
      start,
      end: start,
      from: say('episode'),
    });
  await episode('2026-09-01');
  const { id: episodeId } = await episode('2026-10-01');
  const offer = {
    childId,
    episodeIds: [episodeId],
    by: say('interviewer'),
    agency: say('interviewing'),
    independent: true,
  };
  const { id: interviewId } = await give('coordinator', 'return-interviews/offer-interview', offer);
  const heard = {
    where: say('met'),
    seenAlone: true,
    findings: [],
    words: say('findings'),
    ownWords: say('own-words'),
  };
  await give('coordinator', 'return-interviews/record-interview', heard, interviewId);
  const absence = {
    childId,
    kind: 'missing',
    since: '2026-10-05T10:00:00.000Z',
    missingFrom: 'home',
    reportedBy: say('reporter'),
    circumstances: say('circumstances'),
    looking: say('looking'),
  };
  await give('police-desk', 'missing-episodes/report-missing', absence);
  const proposals = await about.look<{ items: { id: string; childId: string }[] }>(
    '/api/v1/referral-proposals?limit=100',
  );
  const proposal = proposals.items.find((one) => one.childId === childId)?.id as string;
  await give(
    'manager',
    'child-cases/list-for-panel',
    aListing({ asked: say('asked'), noStrategyReason: undefined } as never),
    id,
  );
  return {
    childCase: id,
    child: childId,
    safety: safety.id,
    disruption: disruption.id,
    episode: episodeId,
    interview: interviewId,
    proposal,
    agendaItem: '',
  };
}

/** A sitting with an item of each case; the papers are not yet out. */
export async function aGuardedAgenda(
  give: Giver,
  people: Known,
  about: {
    cases: [mark: string, one: GuardedCase][];
    look: Looker;
  },
): Promise<string> {
  const sitting = aSittingOn('2026-11-26T13:00:00.000Z', people.chair as string);
  const { id } = await give('coordinator', 'sittings/schedule-sitting', sitting);
  await give('coordinator', 'sittings/open-agenda', {}, id);
  for (const [mark, { childCase }] of about.cases) {
    const item = { caseId: childCase, section: 'child-review', asked: canary(mark, 'item'), minutes: 7 };
    await give('coordinator', 'sittings/add-item', item, id);
  }
  const { items } = await about.look<{ items: { id: string; caseId: string }[] }>(`/api/v1/sittings/${id}`);
  for (const [, one] of about.cases)
    one.agendaItem = items.find(({ caseId }) => caseId === one.childCase)?.id as string;
  return id;
}

/** The sitting is held: the chair opens and decides every item, with a safety action and one of the other part each. */
export async function holdSitting(
  give: Giver,
  people: Known,
  about: {
    sitting: string;
    recipients: string[];
    cases: [mark: string, one: GuardedCase][];
    parts?: ('safety' | 'disruption')[];
  },
): Promise<void> {
  const { sitting, parts = ['safety', 'disruption'] } = about;
  const recipients = about.recipients.map((key) => people[key]);
  await give('coordinator', 'sittings/issue-papers', { recipients }, sitting);
  const { attendance } = aQuorum();
  // Whoever comes for some items only counts for no quorum of the sitting.
  const presenters = attendance.slice(0, 1).map((one) => ({
    ...one,
    name: 'Made-up Presenter',
    as: 'presenter',
    itemIds: about.cases.map(([, { agendaItem }]) => agendaItem),
  }));
  await give(
    'coordinator',
    'sittings/record-attendance',
    { attendance: [...attendance, ...presenters] },
    sitting,
  );
  await give('chair', 'sittings/start-sitting', broughtForward, sitting);
  for (const [mark, { agendaItem }] of about.cases) {
    await give('chair', 'agenda-items/open-item', {}, agendaItem);
    const decision = {
      ...aDecision({ reasons: canary(mark, 'decision') }),
      actions: parts.map((part) => ({
        what: canary(mark, `panel-${part}`),
        ownerId: part === 'safety' ? people.worker : people.intelligence,
        part,
        due: '2029-05-01',
      })),
      dissent: [{ from: 'Health', words: canary(mark, 'dissent') }],
    };
    await give('chair', 'agenda-items/record-panel-decision', decision, agendaItem);
  }
  await give('chair', 'sittings/end-sitting', {}, sitting);
}
