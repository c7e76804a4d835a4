import type { AgendaCandidate } from '@mase/store';
import {
  type CandidateAsked,
  type CandidateList,
  type CandidateReason,
  type ChallengeStanding,
  type ChildCaseStanding,
  candidateReasons,
  codeOf,
  gateMissing,
  type IntelligenceRequirementStanding,
  localDate,
  type MeasureStanding,
  nameOfItem,
  type SittingStanding,
  type StoredRecord,
  type StrandCaseStanding,
  type SubjectKind,
  sectionHears,
  sectionOfList,
} from '@mase/workflow';
import type { Asking } from '../view.js';
import { partsHeard } from './agenda.js';

/** For which sitting candidates are shown. */
export type SittingAsked = CandidateAsked & { sitting: StoredRecord<SittingStanding> };

const caseKinds = ['childCase', 'personCase', 'locationCase', 'cluster'];

/** What an item without a case is called at the table, before the coordinator changes it: it names nobody. */
function subjectOf(record: StoredRecord): { subject: SubjectKind; title: string; asked: string } | null {
  switch (record.kind) {
    case 'challenge': {
      const { about, reference, words } = record.standing as ChallengeStanding;
      return { subject: 'challenge', title: `Challenge about ${about}, ${reference}`, asked: words };
    }
    case 'intelligenceRequirement': {
      const { agencyName, question } = record.standing as IntelligenceRequirementStanding;
      return { subject: 'requirement', title: `Intelligence requirement to ${agencyName}`, asked: question };
    }
    case 'disruptionMeasure': {
      const standing = record.standing as MeasureStanding;
      const { title } = codeOf(standing);
      return { subject: 'order', title: `${title}: it runs out`, asked: 'Is it renewed, or let lapse?' };
    }
    default:
      return null;
  }
}

function calledOf(candidate: AgendaCandidate, asking: Asking): { reference: string; name: string } {
  const { record, title } = candidate;
  const standing = record.standing as StrandCaseStanding;
  const subject = subjectOf(record);
  if (subject) return { reference: standing.reference ?? '', name: subject.title };
  const { reference } = standing;
  if (record.kind !== 'personCase') return { reference, name: title };
  const today = localDate(asking.now, asking.profile.timeZone);
  return {
    reference,
    name: nameOfItem({ caseKind: 'personCase', reference, name: reference }, standing, today),
  };
}

/** Whether a candidate is already on an agenda: on this one, on another that may be told, or on none. */
function placeOf({ record, item }: AgendaCandidate, sittingId: string): 'this' | 'other' | null {
  const { onAgenda, access } = record.standing as StrandCaseStanding;
  const waits = item && ['waiting', 'open'].includes(item.phase) ? item.sittingId : null;
  const on = caseKinds.includes(record.kind) ? onAgenda : waits;
  if (!on) return null;
  if (on === sittingId) return 'this';
  return access?.closed ? null : 'other';
}

/** Of another panel: whoever listed it for that one, or a sitting that referred it, said so. */
function isForOther({ record }: AgendaCandidate, sitting: SittingAsked['sitting']): boolean {
  const wanted = (record.standing as { listing?: { panelId?: string | null } | null }).listing?.panelId;
  const own = (sitting.standing as { panelId?: string | null }).panelId;
  return Boolean(wanted && own && wanted !== own);
}

const minutesOf = (section: string, { panel }: Asking['profile']): number =>
  panel.agenda.find(({ id }) => id === section)?.minutesPerItem ?? 5;

const isListed = (record: StoredRecord): boolean =>
  (record.state as { panel?: string }).panel === 'listed' || !caseKinds.includes(record.kind);

/** The part of the agenda where it usually stands, or else the first part that this panel hears it under. */
function sectionFor(
  list: CandidateList,
  { record, decided }: AgendaCandidate,
  { sitting }: SittingAsked,
  { profile }: Asking,
): string {
  const usual = sectionOfList(list, record.kind, decided.length > 0);
  const heard = partsHeard(profile, sitting.standing).filter(({ id }) => sectionHears(id, record.kind));
  return heard.some(({ id }) => id === usual) ? usual : (heard[0]?.id ?? usual);
}

/** Whether any part of this panel's agendas is about such a record, or about whatever is escalated where this one is. */
function isHeard(
  { record }: AgendaCandidate,
  reasons: readonly CandidateReason[],
  sitting: SittingAsked,
): boolean {
  const {
    profile,
    sitting: { standing },
  } = sitting;
  const escalated = reasons.some(({ list }) => list === 'escalation');
  return partsHeard(profile, standing).some(
    ({ id }) => sectionHears(id, record.kind) && (id !== 'escalation' || escalated || !standing.sections),
  );
}

function shownCandidate(
  candidate: AgendaCandidate,
  reasons: CandidateReason[],
  sitting: SittingAsked,
  asking: Asking,
) {
  const { record, grade } = candidate;
  const { listing } = record.standing as StrandCaseStanding;
  const [{ list }] = reasons as [CandidateReason];
  const subject = subjectOf(record);
  const { gate } = sitting.sitting.standing;
  const section = sectionFor(list, candidate, sitting, asking);
  return {
    id: record.id,
    kind: record.kind,
    ...calledOf(candidate, asking),
    grade: record.kind === 'cluster' || subject ? null : grade,
    list,
    reasons,
    listed: isListed(record),
    until: listing?.until ?? null,
    elsewhere: placeOf(candidate, sitting.sitting.id) === 'other',
    section,
    minutes: minutesOf(section, asking.profile),
    asked: subject?.asked ?? listing?.asked ?? '',
    subject: subject && { kind: subject.subject, title: subject.title },
    gate:
      record.kind === 'childCase'
        ? gateMissing(record.standing as ChildCaseStanding, asking.profile, gate)
        : [],
  };
}

/** A candidate as it is shown. */
export type CandidateView = ReturnType<typeof shownCandidate>;

/** What may come before this sitting, each with why; what is on its agenda already, or for another panel, is left out. */
export function candidatesShown(
  found: readonly AgendaCandidate[],
  sitting: SittingAsked,
  asking: Asking,
): CandidateView[] {
  return found.flatMap((candidate) => {
    const { record, clocks, decided, item } = candidate;
    if (placeOf(candidate, sitting.sitting.id) === 'this' || isForOther(candidate, sitting.sitting))
      return [];
    const returnedAt = item?.phase === 'returned' ? item.at : null;
    const known = { clocks, decided, returnedAt, isCancelled: item?.isCancelled === true };
    const reasons = candidateReasons(record, known, sitting);
    if (reasons.length === 0 || !isHeard(candidate, reasons, sitting)) return [];
    return [shownCandidate(candidate, reasons, sitting, asking)];
  });
}
