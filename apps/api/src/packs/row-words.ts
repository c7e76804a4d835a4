import type { DatedRow } from '@mase/store';
import type { Grade, Profile } from '@mase/workflow';
import { labelOf } from '@mase/workflow/words';
import { gradeWords } from './code-words.js';
import { fieldsOf, type Papers } from './papers.js';

type Fields = Partial<Record<string, string | undefined>>;

/** How days and grades are called in an area. */
export interface Wording {
  day(when: string): string;
  profile: Profile;
}

const holders: { [of: string]: string } = {
  child: 'The child’s view',
  parent: 'The parent’s or carer’s view',
  police: 'The police view',
  advocate: 'The advocate’s view',
};

const contactWords: { [kind: string]: string } = {
  visit: 'Visit',
  session: 'Session',
  call: 'Telephone call',
  text: 'Text or message',
  attempt: 'Contact tried',
  'significant-event': 'Significant event',
  supervision: 'Supervision of the worker',
};

const suspensionWords: { [reason: string]: string } = {
  secure: 'In secure accommodation',
  custody: 'In custody',
  abroad: 'Abroad',
};

/** What each kind of entry says of itself in one line; kinds that are not here are no event for the papers. */
const words: { [kind: string]: (fields: Fields, wording: Wording) => string } = {
  referral: () => 'Referral received',
  'joined-referral': () => 'Another referral joined this case',
  relisting: () => 'Case taken up again',
  danger: () => 'Immediate danger raised',
  'danger-acknowledged': ({ doing }) => `Immediate danger acknowledged${doing ? `: ${doing}` : ''}`,
  'safety-action': ({ what }) => `Safety action: ${what ?? ''}`,
  triage: ({ outcome }) => `Triage decision: ${labelOf(outcome ?? '').toLowerCase()}`,
  'strategy-discussion': ({ outcome }) => `Strategy discussion: ${labelOf(outcome ?? '').toLowerCase()}`,
  'section-47-outcome': ({ outcome }) => `Section 47 enquiry: ${labelOf(outcome ?? '').toLowerCase()}`,
  conference: ({ outcome }) => `Child protection conference: ${labelOf(outcome ?? '').toLowerCase()}`,
  contact: ({ kind, with: person }) =>
    `${contactWords[kind ?? ''] ?? 'Contact'}${person === 'parent' ? ' with a parent or carer' : person === 'other' ? ' with somebody else' : ''}`,
  feedback: () => 'Child and parent told, or why not',
  suspension: ({ reason }) => `Case suspended: ${(suspensionWords[reason ?? ''] ?? '').toLowerCase()}`,
  'suspension-check': () => 'Suspension looked at again',
  'clock-extension': ({ to, reason }, wording) =>
    `A date was put off to ${wording.day(to ?? '')}: ${reason ?? ''}`,
  resumption: ({ words: said }) => `Case resumed: ${said ?? ''}`,
  allocation: ({ previousWorkerId }) => (previousWorkerId ? 'Another worker allocated' : 'Worker allocated'),
  view: ({ of, words: said }) =>
    `${holders[of ?? ''] ?? 'A view'} ${said ? 'recorded' : 'asked for, none could be had'}`,
  assessment: ({ proposed }, wording) => `Risk assessed: ${grade(proposed, wording)} proposed`,
  grade: ({ grade: confirmed, sittingId }, wording) =>
    `Grade ${sittingId ? 'decided by the panel' : 'confirmed'}: ${grade(confirmed, wording)}`,
  plan: ({ version, kind }) => `Plan agreed${kind === 'interim' ? ' as interim' : ''}, version ${version}`,
  'plan-disruption': ({ version }) => `Disruption part of the plan agreed, version ${version}`,
  outcomes: ({ occasion }) => `Outcomes rated: ${labelOf(occasion ?? '').toLowerCase()}`,
  sharing: ({ version }) => `Plan shared, version ${version}`,
  listing: () => 'Listed for the panel',
  'listing-withdrawn': ({ reason }) => `Taken off the panel’s list: ${reason ?? ''}`,
  'listing-deferred': ({ until, reason }, wording) =>
    `Listing deferred to ${wording.day(until ?? '')}: ${reason ?? ''}`,
  'panel-decision': ({ decision }) => `Panel decision: ${labelOf(decision ?? '').toLowerCase()}`,
  'minutes-part': ({ panel, startsAt, amends }, wording) =>
    `Minutes of ${panel ?? 'the panel'} of ${wording.day(startsAt ?? '')} ${amends ? 'corrected' : 'agreed'}`,
  'closure-proposal': () => 'Closure proposed',
  'closure-refused': ({ reason }) => `Closure refused: ${reason ?? ''}`,
  closure: () => 'Case closed',
  'next-check': () => 'Looked at again after removal or closing',
};

function grade(code: string | undefined, { profile }: Wording): string {
  return code ? gradeWords(code as Grade, profile).toLowerCase() : 'none';
}

/** One entry of the case as a line; null where its kind is no event. */
export function rowWords(papers: Papers, row: DatedRow): string | null {
  return entryTitle(row, { day: (when) => papers.day(when), profile: papers.about.profile });
}

/** What an entry says of itself in one line; null where its kind is no event for the papers. */
export function entryTitle({ kind, body }: Pick<DatedRow, 'kind' | 'body'>, wording: Wording): string | null {
  return words[kind]?.(body as Fields, wording) ?? null;
}

/** By whom an entry is: the name it keeps, else its author's. */
export function authorOf(papers: Papers, row: DatedRow): string | null {
  return fieldsOf(row).by ?? papers.user(row.authorId)?.name ?? null;
}
