import { addMonths, dateOf, epochDay } from '../clocks/calendar.js';
import { localDate } from '../clocks/time-zone.js';
import { powersCarry } from '../information-requests/powers.js';
import type { Context, Fault } from '../model.js';
import { findPerson } from '../person-named.js';
import { interviewFaults } from './from-interview.js';
import { isCovert } from './grading.js';
import { unnamedFaults } from './naming.js';
import { holdersOfReport, regradeFaults } from './regrading.js';
import {
  type DisseminatePayload,
  type EvaluatePayload,
  type IntelligenceStanding,
  type ReviewReportPayload,
  reportParts,
  type SanitisePayload,
  type SubmitIntelligencePayload,
} from './standing.js';

type Ctx<P extends object> = Context<IntelligenceStanding, P>;

const fault = (pointer: string, code: string, detail: string): Fault => ({ pointer, code, detail });

/** The longest time until a report is looked at again, in months. Source: local default. */
const mostMonths = 12;

/** Most recipients of one report. */
const mostRecipients = 12;

/** What a submission lacks: identifiers that cannot be read, records that the submitter does not see, an interview held. */
export function submitFaults(context: Ctx<SubmitIntelligencePayload>): Fault[] {
  return [...interviewFaults(context), ...unnamedFaults(context)];
}

function reviewDayFaults(reviewBy: string, { profile, at }: Ctx<object>): Fault[] {
  const today = localDate(at, profile.timeZone);
  if (reviewBy <= today) return [fault('/reviewBy', 'past', 'The review lies ahead.')];
  return reviewBy > dateOf(addMonths(epochDay(today), mostMonths))
    ? [fault('/reviewBy', 'late', `A report is looked at again within ${mostMonths} months.`)]
    : [];
}

/** Handling C says its conditions, and handling P has none. */
export function gradeFaults(context: Ctx<EvaluatePayload>): Fault[] {
  const { handling, conditions = [], conditionWords, reviewBy } = context.payload;
  const stated = conditions.length > 0 || Boolean(conditionWords);
  const faults = reviewDayFaults(reviewBy, context);
  if (handling === 'C' && !stated)
    faults.push(fault('/conditions', 'conditions', 'Handling C has conditions: choose or write them.'));
  if (handling === 'P' && stated)
    faults.push(
      fault('/conditions', 'noConditions', 'Handling P has no conditions. Choose C, or take them out.'),
    );
  return [...faults, ...regradeFaults(context)];
}

/** Condition S2: the originator is consulted before a report is sanitised, and before it is passed on. */
function consultFaults({ payload, record }: Ctx<{ consulted?: string }>): Fault[] {
  return record.standing.grade?.conditions.includes('S2') && !payload.consulted
    ? [fault('/consulted', 'originator', 'Condition S2: say who the originator is and what they agreed to.')]
    : [];
}

/** A sanitised text has one part at least. */
export function sanitiseFaults(context: Ctx<SanitisePayload>): Fault[] {
  const { payload } = context;
  return [
    ...(reportParts.some((part) => payload[part] !== undefined)
      ? []
      : [fault('/safety', 'noPart', 'Write the sanitised text for at least one group of readers.')]),
    ...consultFaults(context),
  ];
}

/** What is for covert use alone is given for a reason, and never for papers that are printed. */
function covertFaults({ payload, record }: Ctx<DisseminatePayload>): Fault[] {
  if (!isCovert(record.standing.grade?.conditions ?? [])) return [];
  const faults: Fault[] = [];
  if (!payload.reasons)
    faults.push(
      fault(
        '/reasons',
        'covert',
        'Under A1 or A2 say why they are given the report, and how it stays out of the open.',
      ),
    );
  if (payload.parts.includes('sheet'))
    faults.push(fault('/parts', 'covertSheet', 'Under A1 or A2 nothing goes into the papers of the panel.'));
  return faults;
}

/** To whom a report goes, what of it, under which power. */
export function disseminateFaults(context: Ctx<DisseminatePayload>): Fault[] {
  const { payload, record, facts } = context;
  const { parts } = record.standing;
  const faults = [...consultFaults(context), ...covertFaults(context)];
  const unwritten = payload.parts.filter((part) => !parts.includes(part));
  if (unwritten.length > 0)
    faults.push(fault('/parts', 'noPart', 'Choose parts for which a sanitised text is written.'));
  if (holdersOfReport(record.standing).length + payload.to.length > mostRecipients)
    faults.push(fault('/to', 'many', `A report goes to at most ${mostRecipients} recipients.`));
  payload.to.forEach(({ agencyId, contactId }, index) => {
    const agency = facts.related.find((one) => one.kind === 'agency' && one.id === agencyId);
    if (!agency) faults.push(fault(`/to/${index}/agencyId`, 'noAgency', 'Choose an agency on the books.'));
    if (contactId && findPerson(facts, contactId)?.agencyId !== agencyId)
      faults.push(
        fault(`/to/${index}/contactId`, 'noContact', 'Whoever receives it has an account at that agency.'),
      );
    const { kind = '' } = (agency?.standing ?? {}) as { kind?: string };
    if (agency && !powersCarry(payload.powers, kind))
      faults.push(
        fault(
          '/powers',
          'voluntaryPower',
          'Section 115 of the Crime and Disorder Act does not carry information to a voluntary body that acts in its own right: record another power as well.',
        ),
      );
  });
  return faults;
}

/** A report that is kept has its next review. */
export function reviewFaults(context: Ctx<ReviewReportPayload>): Fault[] {
  const { outcome, reviewBy } = context.payload;
  if (outcome !== 'keep') return [];
  return reviewBy
    ? reviewDayFaults(reviewBy, context)
    : [fault('/reviewBy', 'reviewBy', 'Say when it is looked at again.')];
}
