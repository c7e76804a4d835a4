import { type JourneyStep, nobody, reason } from './journey-step.js';

const on = (command: string, where: string, body: JourneyStep['body'], more: Partial<JourneyStep> = {}) =>
  ({ command, who: 'senior', on: where, body, ...more }) as JourneyStep;
const make = (command: string, as: string, body: JourneyStep['body'], refusedBody: JourneyStep['body']) =>
  ({ command, who: 'senior', as, body, refusedBody }) as JourneyStep;

const standard: JourneyStep['body'] = ({ people, agencies }) => ({
  ...{
    number: '4.2',
    title: 'Every child is heard (made up)',
    asks: 'The child’s view is recorded (made up)',
  },
  ...{ agencyId: agencies.health ?? Object.values(agencies)[0], leadId: people.manager, due: '2027-03-01' },
});
const activity: JourneyStep['body'] = ({ people }) => ({
  ...{ title: 'Spring audits (made up)', activity: 'case-audits', about: 'Ten cases (made up)' },
  ...{ leadId: people.manager, due: '2027-03-01' },
});
const theme: JourneyStep['body'] = ({ people }) => ({
  ...{ theme: 'plan-and-review', title: 'Plans drift (made up)', sources: ['case-audits'], seen: 'Made up' },
  ...{ leadId: people.manager, due: '2027-03-01' },
});
const session = {
  ...{
    title: 'Seeing harm early (made up)',
    on: '2026-10-01',
    audience: 'licensed-trades',
    place: 'Town hall',
  },
  ...{
    trade: 'taxis-and-private-hire',
    attended: [{ from: 'Drivers', n: 14 }],
    givenBy: 'The police (made up)',
  },
};
const feedback = {
  ...{ giver: 'child', theme: 'being-listened-to', says: 'good', way: 'survey', month: '2026-10' },
  words: 'She asked me first (made up)',
};
const past = (body: JourneyStep['body']) => (along: Parameters<JourneyStep['body']>[0]) => ({
  ...body(along),
  due: '2020-01-01',
});
const lead = (topic: string, where: string) =>
  on(
    `${topic}/change-lead`,
    where,
    ({ people }) => ({ leadId: people.senior, due: '2027-04-01', reason: 'A made-up change' }),
    { refusedBody: () => ({ leadId: nobody, due: '2027-04-01', reason: 'A made-up change' }) },
  );

/** Entries of every register, each added to and ended as it may be. */
export const registerSteps: JourneyStep[] = [
  make('quality-standards/add-standard', 'standard', standard, past(standard)),
  on(
    'quality-standards/judge-standard',
    'standard',
    () => ({ rating: 'amber', evidence: 'Read in ten cases (made up)', on: '2026-10-30', due: '2027-05-01' }),
    {
      refusedBody: () => ({ rating: 'amber', evidence: 'Made up', on: '2026-10-30', due: '2020-01-01' }),
    },
  ),
  lead('quality-standards', 'standard'),
  on('quality-standards/retire-standard', 'standard', reason),
  make('quality-activities/plan-activity', 'activity', activity, past(activity)),
  lead('quality-activities', 'activity'),
  on('quality-activities/finish-activity', 'activity', () => ({
    on: '2026-10-30',
    outcome: 'Reported (made up)',
  })),
  make('quality-activities/plan-activity', 'droppedActivity', activity, past(activity)),
  on('quality-activities/drop-activity', 'droppedActivity', reason),
  make('practice-themes/open-theme', 'theme', theme, past(theme)),
  on(
    'practice-themes/record-response',
    'theme',
    () => ({ did: 'A workshop (made up)', on: '2026-10-30', due: '2027-05-01' }),
    { refusedBody: () => ({ did: 'A workshop (made up)', on: '2026-10-30', due: '2020-01-01' }) },
  ),
  lead('practice-themes', 'theme'),
  on('practice-themes/close-theme', 'theme', () => ({ difference: 'Plans have dates (made up)' })),
  make(
    'training-sessions/record-session',
    'session',
    () => session,
    () => ({ ...session, on: '2031-01-01' }),
  ),
  on('training-sessions/withdraw-session', 'session', reason),
  make(
    'service-feedback/record-service-feedback',
    'feedback',
    () => feedback,
    () => ({ ...feedback, month: '2031-01' }),
  ),
  on(
    'service-feedback/answer-feedback',
    'feedback',
    () => ({ did: 'We ask first now (made up)', on: '2026-10-30' }),
    {
      refusedBody: () => ({ did: 'Made up', on: '2031-10-30' }),
    },
  ),
  on('service-feedback/withdraw-feedback', 'feedback', reason),
];
