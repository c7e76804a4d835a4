import type { PersonKey, RealApi } from './real-api.js';

/** The cases of a small invented partnership, by where they stand. */
export interface SmallWorld {
  /** Referred five days ago; triage has not decided: overdue. */
  referred: string;
  /** Referred with immediate danger that nobody has acknowledged. */
  endangered: string;
  /** Taken on, worker allocated, no assessment yet. */
  assessing: string;
  /** Assessed before and confirmed medium; a rise to high is proposed and waits. */
  proposed: string;
}

interface Instrument {
  id: string;
  domains: { code: string; indicators: { code: string; type: string }[]; protective: { id: string }[] }[];
}

/** An instant so many days before now. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString();
}

const day = (days: number): string => daysAgo(days).slice(0, 10);

async function instrument(api: RealApi, who: PersonKey, id: string): Promise<Instrument> {
  const path = `/api/v1/child-cases/${id}/assessment-form`;
  return (await api.ask<{ instruments: [Instrument] }>(who, 'GET', path)).body.instruments[0];
}

/** An assessment on every domain of the area's instrument, with one sign of harm online where it is grave. */
export async function assessment(
  api: RealApi,
  id: string,
  proposed: 'low' | 'medium' | 'high',
  days = 0,
): Promise<object> {
  const { id: name, domains } = await instrument(api, 'worker', id);
  const grave = proposed === 'high';
  const technology = domains.find(({ code }) => code === 'technology');
  const [sign, ...others] = technology?.indicators ?? [];
  return {
    happened: daysAgo(days),
    instrument: name,
    answers: [
      {
        code: sign?.code,
        answer: grave ? 'yes' : 'not-known',
        ...(grave
          ? {
              window: 'current',
              evidence: { source: 'Youth worker', date: day(days), text: 'Messages shown to her' },
            }
          : {}),
      },
      ...others.map(({ code }) => ({ code, answer: 'no' })),
    ],
    levels: domains.map(({ code }) => ({
      domain: code,
      level: code === 'technology' ? (grave ? 3 : 1) : 0,
      ...(code === 'technology' ? { note: 'Contacted at night by an adult she has not met' } : {}),
    })),
    protective: [],
    learningDisability: 'no',
    proposed,
    reasons: grave
      ? 'An adult asks for pictures and now knows where the school is.'
      : 'An unknown adult makes contact online.',
    analysis:
      'An adult seeks contact at night and offers money. The grandmother is a safe adult and the phone is switched off at night.',
    childView: 'Wants the messages to stop and does not want to lose the phone.',
    harm: [
      {
        kind: 'online',
        certainty: grave ? 'suspected' : 'none-known',
        time: 'current',
        basis: grave ? 'Messages shown to the youth worker' : 'Nothing known so far',
      },
    ],
  };
}

async function takenOn(api: RealApi, child: object, days: number): Promise<string> {
  const referral = {
    seenOrSaid: 'A man she does not know writes to her at night and offers money.',
    immediateDanger: false,
    child,
    source: 'school',
    concern: 'online',
    happened: daysAgo(days),
  };
  const id = await api.give('referrer', 'child-cases/record-referral', referral);
  await api.give(
    'triage',
    'child-cases/decide-triage',
    {
      outcome: 'risk-assessment',
      reasons: 'Contact by an unknown adult, repeated.',
      policeView: 'given',
      policeViewText: 'Nothing held on the account so far.',
      teamId: 'north',
      happened: daysAgo(days - 1),
    },
    id,
  );
  await api.give(
    'manager',
    'child-cases/allocate-worker',
    { workerId: api.ids.worker, happened: daysAgo(days - 2) },
    id,
  );
  return id;
}

async function proposedCase(api: RealApi): Promise<string> {
  const child = {
    firstName: 'Juniper',
    lastName: 'Synthetic',
    chosenName: 'June',
    birthDate: '2012-02-29',
    sex: 'female',
  };
  const id = await takenOn(api, child, 60);
  await api.give(
    'worker',
    'child-cases/record-view',
    {
      of: 'child',
      words: 'I just want it to stop. I do not want everybody at school to know.',
      how: 'On a walk, alone',
      happened: daysAgo(50),
    },
    id,
  );
  await api.give('worker', 'child-cases/assess-risk', await assessment(api, id, 'medium', 45), id);
  const seen = await api.ask<{ standing: { proposed: { assessmentId: string } } }>(
    'manager',
    'GET',
    `/api/v1/child-cases/${id}`,
  );
  await api.give(
    'manager',
    'child-cases/confirm-grade',
    { assessmentId: seen.body.standing.proposed.assessmentId, grade: 'medium', happened: daysAgo(43) },
    id,
  );
  await api.give('worker', 'plan-actions/add-action', {
    caseId: id,
    part: 'safety',
    kind: 'family',
    what: 'Grandmother keeps the phone at night',
    ownerId: api.ids.worker,
    due: day(-5),
  });
  await api.give('worker', 'child-cases/assess-risk', await assessment(api, id, 'high', 1), id);
  return id;
}

/** Fills a partnership with four invented children at different points of their cases. */
export async function smallWorld(api: RealApi): Promise<SmallWorld> {
  const referred = await api.give('referrer', 'child-cases/record-referral', {
    seenOrSaid: 'An adult nobody knows waits for him after school and gives him money.',
    immediateDanger: false,
    child: { firstName: 'Robin', lastName: 'Synthetic', birthDate: '2011-05-04' },
    childAware: { knows: 'no', agrees: 'not-asked', reason: 'He had gone home' },
    happened: daysAgo(5),
  });
  const endangered = await api.give('referrer', 'child-cases/record-referral', {
    seenOrSaid: 'She is in a car with two men she does not know and asks for help by text.',
    immediateDanger: true,
    child: { firstName: 'Hazel', lastName: 'Invented' },
  });
  const assessing = await takenOn(api, { firstName: 'Ash', lastName: 'Example', birthDate: '2013-09-01' }, 8);
  return { referred, endangered, assessing, proposed: await proposedCase(api) };
}
