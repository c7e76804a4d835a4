import { type OutcomeGroup, outcomeGroups } from '../incidents/outcome-codes.js';
import { retentionEndings, retentionStarts, retentionTests } from '../retention/retention-rule.js';
import { validateInstrument } from '../risk/validate-instrument.js';
import { accesses, gravities } from '../strand-cases/codes.js';
import { clockExtenders, clockUnits, fixedClockIds, gradedClockIds } from './clock-rule.js';
import { grades } from './grade.js';
import { nations, type Profile, recipients } from './profile.js';
import { profileRelations } from './profile-relations.js';
import {
  choose,
  code,
  type DocumentFault,
  date,
  listOf,
  listWithUnique,
  object,
  oneOf,
  optional,
  recordOf,
  type Shape,
  text,
  whole,
  yesNo,
} from './shape.js';

/** An instrument of the area's own, held to what every instrument file must be. */
const ownInstrument: Shape = (value, pointer) =>
  validateInstrument(value).map((fault) => ({ ...fault, pointer: `${pointer}${fault.pointer}` }));

const months = whole(1, 120);
const length = { amount: whole(0, 1000), unit: oneOf(clockUnits) };
const choice = { id: code, label: text };
const choices = listWithUnique('id', object(choice), 1);
const age = object({ years: whole(0, 25), months: whole(0, 11) });
const grade = oneOf(grades);
const groupsOfOutcomes = Object.keys(outcomeGroups) as OutcomeGroup[];

const clockWords = {
  label: text,
  starts: text,
  direction: optional(oneOf(['before'])),
  nonWorkingDay: optional(oneOf(['workingDayBefore'])),
  source: text,
  extension: optional(
    object({
      amount: whole(1, 1000),
      unit: oneOf(clockUnits.filter((unit) => unit !== 'hours')),
      by: listOf(oneOf(clockExtenders), 1),
      source: text,
    }),
  ),
};

const fixedClock = (id: string): Shape =>
  object({
    id: oneOf([id]),
    ...clockWords,
    ...length,
    raised: optional(object(length)),
    onlyRaised: optional(oneOf([true])),
  });

const gradedClock = (id: string): Shape =>
  object({ id: oneOf([id]), ...clockWords, byGrade: recordOf(grades, object(length), true) });

const clocks = object(
  Object.fromEntries([
    ...fixedClockIds.map((id) => [id, fixedClock(id)]),
    ...gradedClockIds.map((id) => [id, gradedClock(id)]),
  ]),
);

const floor = object({
  id: code,
  label: text,
  atLeast: grade,
  test: choose('kind', {
    'age-under': { years: whole(1, 18) },
    'learning-disability': {},
    'domain-level': { value: whole(1, 3) },
    'current-harm': {},
  }),
  countsForClosing: yesNo,
  source: text,
});

const people = listOf(oneOf(recipients), 1);
const reminders = listWithUnique(
  'id',
  object({ id: code, when: oneOf(['before', 'after']), ...length, to: people }),
);
const stages = listWithUnique('id', object({ ...choice, to: people, answer: object(length) }), 1);

const points = whole(-10, 10);
const pointSteps = listOf(object({ atLeast: whole(1, 1000), points }), 1);
const priority = object({
  recency: listOf(object({ withinDays: whole(1, 3650), points }), 1),
  frequency: object({ months: whole(1, 60), steps: pointSteps }),
  gravity: recordOf(gravities, points),
  linkedChildren: pointSteps,
  access: recordOf(accesses, points),
  orders: object({ inForce: points, breached: points }),
  bands: object({ high: whole(1, 100), medium: whole(1, 100) }),
  source: text,
});

const timeZone: Shape = (value, pointer) => {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: value as string });
    return text(value, pointer);
  } catch {
    return [{ pointer, reason: 'is no time zone of the IANA list' }];
  }
};

const profile = object({
  id: code,
  name: text,
  effectiveFrom: date,
  timeZone,
  nation: oneOf(nations),
  protectiveMarking: text,
  grades: recordOf(grades, object({ name: text, description: text })),
  clocks,
  floors: listWithUnique('id', floor),
  instruments: listOf(code, 1),
  ownInstruments: optional(listOf(ownInstrument)),
  retiredInstruments: optional(
    listOf(object({ id: code, version: optional(whole(1, 1000)), lastDay: date })),
  ),
  plan: object({ askedFor: listOf(grade) }),
  episodes: object({ from: grade }),
  outcomes: object({
    scale: listWithUnique('id', object({ id: text, label: text }), 3),
    headings: listWithUnique('id', object({ ...choice, says: text }), 10),
  }),
  panel: object({
    listingBases: choices,
    gate: object({ needs: choices, chairMayAdmit: yesNo }),
    quorum: object({ agencies: choices, chairMayProceed: yesNo }),
    reviewsFindingPlanWorking: whole(1, 12),
    agenda: listWithUnique('id', object({ ...choice, minutesPerItem: whole(1, 240) }), 1),
  }),
  priority,
  closing: object({
    grade,
    months,
    adultPathwayFrom: age,
    secondSignature: object({ drop: whole(1, 3), months }),
  }),
  relistMonths: months,
  reReferralMonths: months,
  clusters: object({ children: whole(2, 100), days: whole(1, 366) }),
  incidents: object({
    forces: optional(listOf(text, 1)),
    outcomes: listOf(
      object({
        force: optional(text),
        code: text,
        label: text,
        group: oneOf(groupsOfOutcomes),
        from: date,
        until: optional(date),
        final: yesNo,
      }),
      1,
    ),
    positive: object({ words: text, groups: listOf(oneOf(groupsOfOutcomes), 1) }),
  }),
  referralProposal: object({
    missingEpisodes: whole(1, 100),
    months,
    underAge: whole(1, 25),
    factors: optional(listOf(text)),
  }),
  strategyDiscussion: object({ missingEpisodes: whole(1, 100), days: whole(1, 3660) }),
  missingReports: object({ alarmAgainAfterHours: whole(1, 240) }),
  transitionPrompts: listOf(age),
  handover: object({ needs: choices }),
  escalation: object({ overdueAction: stages, challenge: stages }),
  reminders: object({
    days: reminders,
    hours: reminders,
    byClock: recordOf([...fixedClockIds, ...gradedClockIds], reminders, true),
  }),
  retention: object({
    classes: listWithUnique(
      'id',
      object({ ...choice, ending: oneOf(retentionEndings), says: text, source: text }),
      1,
    ),
    rules: listWithUnique(
      'id',
      object({
        ...choice,
        of: oneOf(['childCase', 'child']),
        when: oneOf(retentionTests),
        from: oneOf(retentionStarts),
        years: whole(1, 150),
        source: text,
      }),
      1,
    ),
    waitDays: whole(0, 365),
    holdReviewMonths: whole(1, 60),
  }),
});

/** Keys that a profile may leave out. */
export const optionalProfileKeys = [
  'direction',
  'nonWorkingDay',
  'extension',
  'raised',
  'onlyRaised',
  'ownInstruments',
  'retiredInstruments',
  'forces',
  'factors',
  'force',
  'until',
];

/**
 * Gives every fault of a profile document with its JSON pointer; an empty list means that it may be used. What its parts
 * must be to each other is looked at once each part is what it must be.
 */
export function validateProfile(value: unknown): DocumentFault[] {
  const faults = profile(value, '');
  return faults.length > 0 ? faults : profileRelations(value as Profile);
}
