import { type InterviewOutcome, interviewOutcomeWords, labelOf, noticeLabels } from '@mase/workflow/words';
import { momentWords } from '../../date-words.js';
import { serviceOutcome } from '../service-episodes/service.js';
import type { Entry } from './case-view.js';
import { conferenceWords, section47Words } from './casework-words.js';
import { concernOf, gradeName, harmOf, outcomeOf } from './code-words.js';
import { contactLines } from './contact-lines.js';
import { kindWords } from './contact-words.js';
import { screenedLines } from './record-screening/screened.js';
import { codedReason, stepLines } from './step-words.js';

const titles: Record<string, string> = {
  referral: 'Referral',
  receipt: 'Receipt for the referrer',
  danger: 'Immediate danger raised',
  'danger-acknowledged': 'Immediate danger acknowledged',
  'safety-action': 'Safety action',
  'entry-withdrawn': 'An entry withdrawn: it was about somebody else',
  'entry-restored': 'A withdrawn entry shown again: it was right',
  'breach-decision': 'Decision on a personal data breach',
  check: 'Check of an agency’s records',
  triage: 'Triage decision',
  'strategy-discussion': 'Strategy discussion',
  episode: 'Missing episode',
  'return-interview': 'Return home interview',
  incident: 'Incident that the police recorded',
  'discussion-asked': 'Missing repeatedly: a strategy discussion is asked for',
  'information-request': 'An agency was asked for information',
  service: 'A service to the child',
  challenge: 'A decision was challenged',
  'section-47-outcome': 'Outcome of the section 47 enquiry',
  conference: 'Child protection conference',
  contact: 'Contact',
  feedback: 'What they were told',
  suspension: 'Case suspended',
  'suspension-check': 'Suspension looked at again',
  'clock-extension': 'A date was put off',
  resumption: 'Case resumed',
  allocation: 'Worker allocated',
  view: 'View',
  assessment: 'Risk assessment',
  'blind-asked': 'Second assessment asked for',
  'blind-assessment': 'Second assessment, made without seeing the first',
  'to-find-out': 'To find out',
  finding: 'Found out',
  screening: 'Screening',
  grade: 'Grade confirmed',
  outcomes: 'Outcomes rated',
  plan: 'Plan agreed',
  'plan-disruption': 'Plan agreed: disruption part',
  listing: 'Listed for the panel',
  'listing-deferred': 'Listing deferred',
  'listing-withdrawn': 'Listing withdrawn',
  'before-panel': 'The panel opened its item',
  'panel-decision': 'Decision of the panel',
  'chairs-action': 'Chair’s action between sittings',
  'minutes-part': 'Minutes of the panel about this child, agreed',
  'sitting-cancelled': 'The sitting was cancelled',
  'closure-proposal': 'Closure proposed',
  'closure-refused': 'Closure refused',
  closure: 'Closed',
  sharing: 'Plan shared',
  'plain-plan': 'Plan written in plain words',
  'sharing-disruption': 'Plan shared: disruption part',
  'joined-referral': 'Another referral joined',
  relisting: 'Case taken up again',
  'transfer-notice': 'Written for the receiving area',
  'transfer-asked': 'Transfer to another area asked for',
  'transfer-escalated': 'Transfer escalated: no answer came in time',
  'transfer-accepted': 'Transfer accepted',
  'transfer-refused': 'Transfer refused',
  'transfer-withdrawn': 'Transfer withdrawn',
  'transfer-dropped': 'Transfer dropped',
  'placement-area': 'Other area of the placement',
  'area-exchange': 'Between the areas',
  'single-assessment': 'Single assessment',
  'adult-pathway': 'Adult pathway',
  adult: 'The young person is 18',
  'continued-as-adult': 'The case goes on after the 18th birthday',
  'other-area-acknowledged': 'The other area answered',
  'next-check': 'Looked at again after removal or closing',
  restriction: 'Case restricted',
  'restriction-lifted': 'Restriction lifted',
  'contact-caution': 'Contact caution set',
  'caution-to-heed': 'Contact caution to heed',
  'caution-released': 'Contact caution released',
  'personal-connection': 'Personal connection declared',
  'connection-withdrawn': 'Personal connection withdrawn',
};

const viewOf: Record<string, string> = {
  child: 'The child’s own words',
  parent: 'The parent’s view',
  police: 'The view of the police',
  advocate: 'The advocate’s view',
};

/** Fields in the order of reading, with the words before them; the other fields are codes, ids and what is shown elsewhere. */
const labels: Record<string, string> = {
  seenOrSaid: 'What was seen or said',
  text: 'Minutes',
  source: 'Where it comes from',
  household: 'Household',
  concernAtHomeWho: 'A person of concern in the household',
  onBehalfOf: 'On behalf of',
  reported: 'Told to the Information Commissioner',
  occasion: 'What gave rise to it',
  what: 'What',
  whatNot: 'What is not to be done',
  why: 'Why',
  where: 'Where',
  doing: 'What is being done',
  who: 'Who',
  when: 'When',
  outcome: 'Outcome',
  reasons: 'Reasons',
  reason: 'Reason',
  policeViewText: 'View of the police',
  otherArea: 'Other area',
  area: 'Area',
  contact: 'Who answers there',
  reference: 'Its reference',
  notification: 'What the notification says',
  needToKnow: 'What it must know now',
  power: 'Power',
  takenOnBy: 'Taken on there by',
  answeredBy: 'Who answered, and how',
  person: 'Whom there',
  service: 'Adult service',
  decidedBy: 'Decided by',
  referrerTold: 'How the referrer was told',
  told: 'How you were told',
  agencyName: 'Who was asked',
  question: 'What was asked',
  challenged: 'What is challenged',
  serviceStep: 'Now',
  serviceOutcome: 'How it ended',
  summary: 'What was decided and why',
  said: 'What was said',
  found: 'What was found',
  watcher: 'Who watches from now on',
  offence: 'What was done to the child',
  policeNumber: 'Number of the police',
  policeOutcome: 'Outcome of the police',
  policeLevel: 'Police level',
  returnedAt: 'Returned',
  interviewOutcome: 'Return home interview',
  heldBy: 'Held by',
  toldBy: 'Told by',
  reader: 'Written for',
  ownerName: 'Who looks again',
  whyUnknown: 'Why the release or return is not known',
  crimeReference: 'Crime reference',
  noCrimeReason: 'Why there is no crime reference',
  handover: 'Handover',
  introduction: 'Introduction',
  proposed: 'Proposed grade',
  grade: 'Confirmed grade',
  analysis: 'Analysis',
  childView: 'The child’s view',
  belowFloorReason: 'Why below the floor',
  noHarmReason: 'Why no harm is recorded',
  secondSignatureReason: 'Second signature',
  comment: 'Comment',
  childPart: 'How the child took part',
  basis: 'Basis',
  asked: 'What is asked of the panel',
  how: 'How',
  view: 'The young person’s own view',
  whyNot: 'Why it could not be had',
};

const serviceSteps: Record<string, string> = { referred: 'Asked for', started: 'Started', ended: 'Ended' };

function wordsOf(field: string, value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  if (field === 'outcome') return section47Words[value] ?? conferenceWords[value] ?? outcomeOf(value);
  if (field === 'returnedAt') return momentWords(value);
  if (field === 'policeLevel') return labelOf(value);
  if (field === 'serviceStep') return serviceSteps[value];
  if (field === 'serviceOutcome') return serviceOutcome(value);
  if (field === 'interviewOutcome') return interviewOutcomeWords[value as InterviewOutcome];
  if (field === 'grade' || field === 'proposed') return gradeName(value);
  if (['how', 'basis', 'source'].includes(field))
    return value === 'not-yet-known' ? undefined : labelOf(value);
  return value;
}

const knowsWords: Record<string, string> = {
  yes: 'knows of it',
  no: 'does not know of it',
  'not-yet-known': 'not yet known whether they know',
};

const agreesWords: Record<string, string> = {
  yes: 'agrees',
  no: 'does not agree',
  'not-asked': 'was not asked',
  'not-yet-known': 'not yet known whether they agree',
};

function awarenessLine(label: string, value: unknown): { label: string; text: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const { knows = '', agrees = '', reason } = value as Record<string, string>;
  const words = [knowsWords[knows], agreesWords[agrees]].filter(Boolean).join(', ');
  return [{ label, text: reason ? `${words}: ${reason}` : words }];
}

const dissenterNames: Record<string, string> = {
  child: 'The child',
  parent: 'A parent or carer',
  agency: 'An agency',
};

function dissentLines(dissent: unknown): { label: string; text: string }[] {
  if (!Array.isArray(dissent)) return [];
  return (dissent as Record<string, string>[]).map(({ of = '', from, words, answer }) => ({
    label: `${from ?? dissenterNames[of] ?? of} disagrees`,
    text: `“${words}” Answered: ${answer}`,
  }));
}

const meant: Record<string, string> = {
  'another-risk': 'another risk is meant',
  past: 'the past is meant',
  quoted: 'it is a quotation',
  'change-field': 'the grade was changed',
};

/** What texts that name another grade than the field were said to mean. */
function contradictionLines(kept: unknown): { label: string; text: string }[] {
  if (!Array.isArray(kept)) return [];
  return (kept as { says: string; words: string[]; answer: string | null }[]).map(
    ({ says, words, answer }) => ({
      label: `“${words[0] ?? `${says} risk`}” beside the grade`,
      text: answer ? (meant[answer] ?? answer) : 'asked, and not answered yet',
    }),
  );
}

/** An entry's heading: "Risk assessment", "The child’s own words". */
export function entryTitle({ kind, body }: Pick<Entry, 'kind' | 'body'>): string {
  if (kind === 'view') return viewOf[String(body.of)] ?? 'View';
  if (kind === 'notice') return noticeLabels[body.notice as keyof typeof noticeLabels] ?? 'Notice';
  if (kind === 'service') return `Service: ${String(body.service)}`;
  if (kind === 'contact') return kindWords(String(body.kind));
  return titles[kind] ?? labelOf(kind);
}

/** An entry's texts with the words before them, in the order of reading. */
export function entryLines(
  entry: Pick<Entry, 'kind' | 'body'>,
  names?: Record<string, string>,
): { label: string; text: string }[] {
  const { body } = entry;
  const lines = Object.entries(labels).flatMap(([field, label]) => {
    const text = codedReason(entry, field) ?? wordsOf(field, body[field]);
    return text === undefined ? [] : [{ label, text }];
  });
  const harm = Array.isArray(body.harm)
    ? (body.harm as { kind: string; certainty: string; time: string }[])
    : [];
  const told = typeof body.concern === 'string' ? [{ label: 'Concern', text: concernOf(body.concern) }] : [];
  const danger = body.immediateDanger === true ? [{ label: 'Immediate danger', text: 'Yes' }] : [];
  const aware = [
    ...awarenessLine('The child', body.childAware),
    ...awarenessLine('Parent or carer', body.parentAware),
  ];
  return [
    ...danger,
    ...told,
    ...stepLines(entry, names),
    ...contactLines(entry),
    ...lines,
    ...aware,
    ...harm.map((one) => ({ label: 'Harm', text: harmOf(one.kind, one) })),
    ...screenedLines(body.screened),
    ...dissentLines(body.dissent),
    ...contradictionLines(body.contradictions),
  ];
}

/** What somebody said, where the entry is a quotation. */
export function quotation({ kind, body }: Pick<Entry, 'kind' | 'body'>): string | null {
  return kind === 'view' && typeof body.words === 'string' ? body.words : null;
}
