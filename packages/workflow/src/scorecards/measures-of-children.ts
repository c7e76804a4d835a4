import { triageOutcomes } from '../child-cases/triage-payloads.js';
import { grades } from '../profile/grade.js';
import type { Measure, ScorecardEntry } from './measure.js';
import { actionsOfPlans } from './measures-of-actions.js';

/** What of triage takes a contact on. */
export const taken = ['risk-assessment', 'section-47-and-risk-assessment'];
const contacts = { count: 'contacts', words: 'contacts received in the period' };
const referrals = { count: 'contacts', parts: taken, words: 'contacts taken on at triage' };
const closed = { count: 'closed', words: 'cases closed in the period' };
const byGrade = [...grades.toReversed(), 'not-graded'];
const gradeParts = { by: 'grade', order: byGrade } as const;

/** A step of the way that referrals take, as a share of all of them. */
const step = (id: string, count: string, name: string, words: string): Measure => ({
  id,
  name,
  definition: `Of the referrals of the period, those ${words} by the day up to which it is known.`,
  unit: 'percent',
  numerator: { count, words: `referrals ${words}` },
  denominator: { ...referrals, words: 'referrals' },
  owner: 'Head of service',
});

/** Children: from contact to closing. */
export const childrenScorecard: ScorecardEntry = {
  name: 'Children',
  strand: 'child',
  source:
    'Every child case that was open on a day of the period, each time that it was worked on, with its grades as they were written (children_facts)',
  measures: [
    {
      id: 'contacts',
      name: 'Contacts',
      definition: 'Referrals as they were received in the period, by what triage decided of each.',
      unit: 'number',
      numerator: contacts,
      by: 'triage',
      order: [...triageOutcomes, 'awaiting'],
      owner: 'Coordinator',
    },
    {
      id: 'referrals',
      name: 'Referrals',
      definition:
        'Contacts of the period that triage took on: risk assessment, or section 47 and risk assessment.',
      unit: 'percent',
      numerator: referrals,
      denominator: { ...contacts, words: 'contacts' },
      owner: 'Coordinator',
    },
    {
      id: 're-referrals',
      name: 'Re-referrals',
      definition:
        'Contacts of the period about a child whose earlier case had closed within the profile’s months (12 in England), whether they woke that or a new one was linked; and closed cases that were taken up again in the period without a new contact.',
      unit: 'percent',
      numerator: { count: 'reReferrals', words: 're-referrals' },
      denominator: { count: 'comings', words: 'contacts, and cases taken up again without one' },
      owner: 'Coordinator',
    },
    step('assessed', 'assessed', 'Referrals assessed', 'with a risk assessment'),
    step('graded', 'graded', 'Referrals with a confirmed grade', 'with a confirmed grade'),
    step('planned', 'planned', 'Referrals with an agreed plan', 'with an agreed plan'),
    step('heard', 'heard', 'Referrals decided by a panel', 'on which a sitting decided'),
    step('ended', 'ended', 'Referrals closed again', 'that are closed'),
    {
      id: 'opened',
      name: 'Cases opened',
      definition:
        'Cases that triage took on in the period, or that were taken up again in it, each time they were; not those joined with another case.',
      unit: 'number',
      numerator: { count: 'opened', words: 'cases opened in the period' },
      by: 'triage',
      order: [...taken, 'relisted'],
      ofEpisodes: true,
      owner: 'Head of service',
    },
    {
      id: 'closed',
      name: 'Cases closed',
      definition:
        'Cases that triage had taken on and that closed in the period, by reason, whether or not they were taken up again since; not those joined with another case.',
      unit: 'number',
      numerator: closed,
      by: 'code',
      ofEpisodes: true,
      owner: 'Head of service',
    },
    {
      id: 'days-open',
      name: 'Average days open',
      definition:
        'Local days from the receipt of the referral, or from the day on which the case was taken up again, to the closing, of the cases closed in the period.',
      unit: 'average',
      numerator: { count: 'daysOpen', isDays: true, words: 'days open in all' },
      denominator: closed,
      ofEpisodes: true,
      owner: 'Head of service',
    },
    {
      id: 'grade-at-opening',
      name: 'Grade at opening',
      definition:
        'The first confirmed grade of the cases closed in the period; of one that had been taken up again, the first since then.',
      unit: 'number',
      numerator: { count: 'gradeAtOpening', words: 'cases closed in the period' },
      ...gradeParts,
      ofEpisodes: true,
      owner: 'Head of service',
    },
    {
      id: 'grade-at-closing',
      name: 'Grade at closing',
      definition: 'The last confirmed grade of the cases closed in the period.',
      unit: 'number',
      numerator: { count: 'gradeAtClosing', words: 'cases closed in the period' },
      ...gradeParts,
      ofEpisodes: true,
      owner: 'Head of service',
    },
    {
      id: 'risk-reduced',
      name: 'Risk reduced',
      definition:
        'Of the cases closed in the period that had a confirmed grade, those whose last confirmed grade is lower than the first.',
      unit: 'percent',
      numerator: { count: 'riskReduced', words: 'cases closed with a lower grade than the first' },
      denominator: { count: 'riskCompared', words: 'cases closed with a confirmed grade' },
      ofEpisodes: true,
      owner: 'Head of service',
    },
    {
      id: 'open-at-end',
      name: 'Open on the last day',
      definition:
        'Cases taken on that were open when the period ended, by the grade that was confirmed by then.',
      unit: 'number',
      numerator: { count: 'openAtEnd', words: 'cases open on the last day' },
      ...gradeParts,
      ofEpisodes: true,
      owner: 'Chair',
    },
  ],
};

const due = { count: 'due', words: 'obligations due in the period' };

/** Obligations in time, by rule: reviews, assessments, plans, papers, interviews. */
export const timelinessScorecard: ScorecardEntry = {
  name: 'Obligations in time',
  strand: 'all',
  source:
    'Every clock of cases, plans, persons, places, links, intelligence, notices, challenges, sittings and actions, also of actions that sittings gave on no child’s case, that was due in the period, but for those that were cancelled (timeliness_facts)',
  measures: [
    {
      id: 'in-time',
      name: 'Met in time',
      definition: 'Obligations due in the period that were met by the end of the day on which they were due.',
      unit: 'percent',
      numerator: { count: 'met', words: 'met in time' },
      denominator: due,
      by: 'clock',
      owner: 'Coordinator',
    },
    {
      id: 'late',
      name: 'Met late',
      definition: 'Obligations due in the period that were met after they were due.',
      unit: 'percent',
      numerator: { count: 'late', words: 'met late' },
      denominator: due,
      by: 'clock',
      owner: 'Coordinator',
    },
    {
      id: 'missed',
      name: 'Missed',
      definition: 'Obligations due in the period that ended without having been met.',
      unit: 'percent',
      numerator: { count: 'missed', words: 'missed' },
      denominator: due,
      by: 'clock',
      owner: 'Coordinator',
    },
    {
      id: 'overdue',
      name: 'Overdue still',
      definition:
        'Obligations due in the period that were neither met nor ended by the day up to which it is known.',
      unit: 'percent',
      numerator: { count: 'overdue', words: 'overdue still' },
      denominator: due,
      by: 'clock',
      owner: 'Coordinator',
    },
    {
      id: 'extended',
      name: 'Extended',
      definition:
        'Obligations due in the period that were given a second due date, with a reason, before they were overdue. Each counts by its second date among those due when that is.',
      unit: 'number',
      numerator: { count: 'extended', words: 'given a second due date' },
      by: 'clock',
      owner: 'Coordinator',
    },
  ],
};

/** Actions of children’s plans, by the agency of their owner. */
export const planScorecard: ScorecardEntry = {
  name: 'Plans',
  strand: 'child',
  source:
    'Every action of a child’s plan whose day lies in the period, but for those handed over or superseded, by the agency of its owner. What sittings gave on persons of concern, places, clusters and themes is among the figures of the panel (plan_facts)',
  measures: actionsOfPlans,
};
