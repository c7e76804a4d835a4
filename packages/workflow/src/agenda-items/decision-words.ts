import { panelClosure } from '../child-cases/record-closure.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { Context } from '../model.js';
import type { Grade } from '../profile/grade.js';
import type { AgendaItemStanding, RecordPanelDecisionPayload } from './standing.js';

type Closure = NonNullable<ChildCaseStanding['closure']>;

/** What a decision fixed beside its dates, as its entry keeps it; entries from before some of it was kept lack that. */
export interface FixedByDecision
  extends Pick<
    RecordPanelDecisionPayload,
    | 'decision'
    | 'grade'
    | 'noHarmReason'
    | 'closureReason'
    | 'harmAddressed'
    | 'adultPathway'
    | 'handover'
    | 'removalReason'
    | 'removalTold'
  > {
  /** The grade that was confirmed until then; null where none was. */
  gradeBefore?: Grade | null;
  /** The panel to which it was referred, by its name then. */
  referToName?: string;
  /** What the sitting left as the proposal to close says it. */
  asProposed?: ('harmAddressed' | 'adultPathway')[];
}

type Ctx = Context<AgendaItemStanding, RecordPanelDecisionPayload>;

/** What the entry of a decision keeps of the moment, so that it tells by itself what was fixed: names and what stood before. */
export function fixedBy({ payload, locked, record, facts, happened }: Ctx): Partial<FixedByDecision> {
  const about = locked.find(({ id }) => id === record.standing.caseId)?.standing as
    | Partial<ChildCaseStanding>
    | undefined;
  const panel = facts.related.find(({ kind, id }) => kind === 'panel' && id === payload.referTo);
  const { name } = (panel?.standing ?? {}) as { name?: string };
  return {
    ...(payload.grade ? { gradeBefore: about?.confirmed?.grade ?? null } : {}),
    ...(payload.referTo && name ? { referToName: name } : {}),
    ...(payload.decision === 'close'
      ? closingOf(
          payload,
          panelClosure({ ...payload, quorate: true, sittingId: '' }, about?.closure ?? null, happened),
        )
      : {}),
  };
}

function closingOf(payload: RecordPanelDecisionPayload, closure: Closure): Partial<FixedByDecision> {
  const handover = payload.handover ?? closure.handedTo;
  return {
    closureReason: closure.reason,
    ...(handover ? { handover } : {}),
    asProposed: (['harmAddressed', 'adultPathway'] as const).filter((one) => closure[one] && !payload[one]),
  };
}

/** A code of the record in words. */
export const spoken = (code: string): string => code.replaceAll('-', ' ');
/** Words with the full stop that ends a sentence, where they have none. */
export const sentence = (words: string): string => (/[.?!”]$/.test(words) ? words : `${words}.`);

function gradeWords({ grade, gradeBefore }: Partial<FixedByDecision>): string[] {
  if (!grade) return [];
  if (gradeBefore === undefined) return [`Grade: ${grade}.`];
  if (gradeBefore === null) return [`Grade: ${grade}; none was confirmed before.`];
  return [gradeBefore === grade ? `Grade: ${grade}, as before.` : `Grade: from ${gradeBefore} to ${grade}.`];
}

const said = (label: string, words: string | undefined): string[] =>
  words ? [`${label}: ${sentence(words)}`] : [];

/**
 * What a decision fixed, sentence by sentence: the grade from which to which, the panel that hears the case from now on,
 * why it was closed and how the harm was addressed, who takes over what is open, the adult pathway, why a listing ended
 * and who was told. Its dates and actions are said elsewhere; a decision that fixed no more says nothing here.
 */
export function fixedWords(fixed: Partial<FixedByDecision>): string[] {
  const { decision, referToName, closureReason, asProposed = [] } = fixed;
  return [
    ...gradeWords(fixed),
    ...said('Why no harm is recorded', fixed.noHarmReason),
    ...(decision === 'refer' && referToName ? [`Referred to ${sentence(referToName)}`] : []),
    ...said('Reason for closing', closureReason && spoken(closureReason)),
    ...said('How the harm was addressed', fixed.harmAddressed),
    ...(asProposed.includes('harmAddressed')
      ? ['How the harm was addressed: as the proposal to close says.']
      : []),
    ...said('Adult pathway', fixed.adultPathway),
    ...(asProposed.includes('adultPathway') ? ['Adult pathway: as the proposal to close says.'] : []),
    ...said('Open safety actions are handed over to', fixed.handover),
    ...said('Reason for the removal', fixed.removalReason && spoken(fixed.removalReason)),
    ...said('Told of it', fixed.removalTold),
  ];
}
