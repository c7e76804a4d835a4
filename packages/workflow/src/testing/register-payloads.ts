import { practiceThemes } from '../case-audits/standing.js';
import { activityKinds } from '../quality-activities/topic.js';
import { standardRatings } from '../quality-standards/topic.js';
import { feedbackGivers, feedbackSays, feedbackThemes } from '../service-feedback/topic.js';
import { trainingAudiences } from '../training-sessions/topic.js';
import { inDays } from './in-days.js';
import { aWorld, type Partnership } from './people.js';
import type { Maker } from './valid-payload.js';

const dayIn = (world: Partnership, days: number) => inDays(world, days).slice(0, 10);

const led = (world: Partnership) => ({ leadId: world.people.manager.userId, due: dayIn(world, 60) });

/** A made-up standard that health is held to. */
export const aStandard = (world: Partnership, over: object = {}): object => ({
  ...{
    number: '4.2',
    title: 'Every child is heard (made up)',
    asks: 'The child’s view is recorded (made up)',
  },
  ...{ agencyId: world.people.nurse.agencyId, ...led(world), ...over },
});

/** A made-up line of the quality calendar. */
export const anActivity = (world: Partnership, over: object = {}): object => ({
  ...{ title: 'Spring audits (made up)', activity: 'case-audits', about: 'Ten cases (made up)' },
  ...{ ...led(world), ...over },
});

/** A made-up practice theme. */
export const aTheme = (world: Partnership, over: object = {}): object => ({
  ...{ theme: 'plan-and-review', title: 'Plans drift (made up)', sources: ['case-audits', 'feedback'] },
  ...{ seen: 'Actions without dates in four of ten audits (made up)', ...led(world), ...over },
});

/** A made-up session of training for a trade. */
export const aSession = (world: Partnership, over: object = {}): object => ({
  ...{ title: 'Seeing harm early (made up)', on: dayIn(world, -3), audience: 'licensed-trades' },
  ...{ trade: 'taxis-and-private-hire', attended: [{ from: 'Drivers', n: 14 }], givenBy: 'Made-up trainers' },
  ...over,
});

/** What a made-up child said of the service. */
export const someFeedback = (world: Partnership, over: object = {}): object => ({
  ...{ giver: 'child', theme: 'being-listened-to', says: 'good', way: 'survey' },
  ...{ month: dayIn(world, -40).slice(0, 7), words: 'She asked me first (made up)', ...over },
});

const later: Record<string, (world: Partnership) => object> = {
  'quality-standards/judge-standard': (world) => ({
    ...{
      rating: 'amber',
      evidence: 'Read in ten cases (made up)',
      on: dayIn(world, 0),
      due: dayIn(world, 180),
    },
  }),
  'quality-standards/retire-standard': () => ({ reason: 'Joined with 4.1 (made up)' }),
  'quality-activities/finish-activity': (world) => ({ on: dayIn(world, 0), outcome: 'Reported (made up)' }),
  'quality-activities/drop-activity': () => ({ reason: 'Done by the region (made up)' }),
  'practice-themes/record-response': (world) => ({
    ...{ did: 'A workshop on dates (made up)', on: dayIn(world, 0), due: dayIn(world, 90) },
  }),
  'practice-themes/close-theme': () => ({ difference: 'Plans have dates now (made up)' }),
  'training-sessions/withdraw-session': () => ({ reason: 'Counted twice (made up)' }),
  'service-feedback/answer-feedback': (world) => ({ did: 'We ask first now (made up)', on: dayIn(world, 0) }),
  'service-feedback/withdraw-feedback': () => ({ reason: 'It named somebody (made up)' }),
};

const newLead = (world: Partnership) => ({
  ...{ leadId: world.people.senior.userId, due: dayIn(world, 120), reason: 'A made-up change' },
});

const begins = {
  'quality-standards/add-standard': aStandard,
  'quality-activities/plan-activity': anActivity,
  'practice-themes/open-theme': aTheme,
  'training-sessions/record-session': aSession,
  'service-feedback/record-service-feedback': someFeedback,
} as const;

/** An entry of a register, begun and led so far by the auditor. */
export function entered(begin: keyof typeof begins, ...verbs: string[]) {
  const world = aWorld();
  const { auditor } = world.people;
  const { id } = world.give(begin, begins[begin](world), auditor);
  const [topic = ''] = begin.split('/');
  for (const verb of verbs) {
    const made = verb === 'change-lead' ? newLead(world) : later[`${topic}/${verb}`]?.(world);
    world.give(`${topic}/${verb}`, made ?? {}, auditor, { record: id });
  }
  return { world, id, topic };
}

const made = (of: Record<string, (world: Partnership) => object>): Record<string, Maker> =>
  Object.fromEntries(Object.entries(of).map(([name, make]) => [name, ({ world }) => make(world)]));

/** The payloads of the registers of quality. */
export const registerPayloads: Record<string, Maker> = {
  ...made(later),
  ...made(Object.fromEntries(ledTopics().map((topic) => [`${topic}/change-lead`, newLead]))),
  'quality-standards/add-standard': ({ world }) => aStandard(world),
  'quality-standards/judge-standard': ({ world, chance }) => ({
    ...later['quality-standards/judge-standard']?.(world),
    rating: chance.of(standardRatings),
  }),
  'quality-activities/plan-activity': ({ world, chance }) =>
    anActivity(world, { activity: chance.of(activityKinds) }),
  'practice-themes/open-theme': ({ world, chance }) => aTheme(world, { theme: chance.of(practiceThemes) }),
  'training-sessions/record-session': ({ world, chance }) =>
    aSession(world, { audience: chance.of(trainingAudiences) }),
  'service-feedback/record-service-feedback': ({ world, chance }) =>
    someFeedback(world, {
      ...{
        giver: chance.of(feedbackGivers),
        theme: chance.of(feedbackThemes),
        says: chance.of(feedbackSays),
      },
    }),
};

function ledTopics(): string[] {
  return ['quality-standards', 'quality-activities', 'practice-themes'];
}

/** Who may do what with the registers of quality. */
export function registerRights(everyRole: string): Record<string, string[]> {
  const keepers = 'auditor senior coordinator';
  const byLead = [keepers, `lead: ${everyRole}`];
  const training = `${keepers} manager member licensing-officer police-desk`;
  const feedback = `${keepers} manager worker advocate interviewer`;
  return {
    'quality-standards/add-standard': [keepers],
    'quality-standards/judge-standard': byLead,
    'quality-standards/change-lead': byLead,
    'quality-standards/retire-standard': byLead,
    'quality-activities/plan-activity': [keepers],
    'quality-activities/change-lead': byLead,
    'quality-activities/finish-activity': byLead,
    'quality-activities/drop-activity': byLead,
    'practice-themes/open-theme': [keepers],
    'practice-themes/record-response': byLead,
    'practice-themes/change-lead': byLead,
    'practice-themes/close-theme': byLead,
    'training-sessions/record-session': [training],
    'training-sessions/withdraw-session': [training],
    'service-feedback/record-service-feedback': [feedback],
    'service-feedback/answer-feedback': [feedback],
    'service-feedback/withdraw-feedback': [feedback],
  };
}

/** What may be asked of the registers of quality, state by state. */
export const registerCharts: Record<string, string[]> = {
  'quality-standards': [
    'unrecorded: add-standard>inUse',
    'inUse: judge-standard>., change-lead>., retire-standard>retired',
  ],
  'quality-activities': [
    'unrecorded: plan-activity>comingUp',
    'comingUp: change-lead>., finish-activity>finished, drop-activity>notCarriedOut',
  ],
  'practice-themes': [
    'unrecorded: open-theme>open',
    'open: record-response>., change-lead>., close-theme>closed',
  ],
  'training-sessions': ['unrecorded: record-session>recorded', 'recorded: withdraw-session>withdrawn'],
  'service-feedback': [
    'unrecorded: record-service-feedback>recorded',
    'recorded: answer-feedback>., withdraw-feedback>withdrawn',
  ],
};

/** How each state of the registers is come to. */
export const registerWays: [string, () => Partnership][] = [
  ['qualityStandard inUse', () => entered('quality-standards/add-standard').world],
  ['qualityStandard retired', () => entered('quality-standards/add-standard', 'retire-standard').world],
  ['qualityActivity comingUp', () => entered('quality-activities/plan-activity').world],
  ['qualityActivity finished', () => entered('quality-activities/plan-activity', 'finish-activity').world],
  ['qualityActivity notCarriedOut', () => entered('quality-activities/plan-activity', 'drop-activity').world],
  ['practiceTheme open', () => entered('practice-themes/open-theme').world],
  ['practiceTheme closed', () => entered('practice-themes/open-theme', 'close-theme').world],
  ['trainingSession recorded', () => entered('training-sessions/record-session').world],
  ['trainingSession withdrawn', () => entered('training-sessions/record-session', 'withdraw-session').world],
  ['serviceFeedback recorded', () => entered('service-feedback/record-service-feedback').world],
  [
    'serviceFeedback withdrawn',
    () => entered('service-feedback/record-service-feedback', 'withdraw-feedback').world,
  ],
];

/** Every way to a state of a register, and what is added to an entry on the way. */
export const registersLed = (): Partnership[] => [
  ...registerWays.map(([, world]) => world()),
  entered('quality-standards/add-standard', 'judge-standard', 'change-lead').world,
  entered('quality-activities/plan-activity', 'change-lead').world,
  entered('practice-themes/open-theme', 'record-response', 'change-lead').world,
  entered('service-feedback/record-service-feedback', 'answer-feedback').world,
];
