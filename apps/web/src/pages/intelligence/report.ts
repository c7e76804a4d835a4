import {
  type IntelligenceGrade,
  identifierWords,
  labelOf,
  reportParts,
  stateLabels,
} from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { path } from '../../api-client.js';
import type { Subject } from '../../command-page.js';
import { dateWords, dueWords, momentWords } from '../../date-words.js';
import { placeOf } from '../../place-of.js';
import type { Visit } from '../../visit.js';
import type { DueDate } from '../../why-dates.js';
import { findingText } from '../return-interviews/interview.js';

/** What was written on a report. */
export interface ReportEntry {
  id: string;
  kind: string;
  class: string;
  happened: string;
  authorId: string | null;
  wrong?: boolean;
  body: Record<string, unknown>;
}

/** A report as lists show it; `desk` is what the intelligence desk reads besides. */
export interface ReportLine {
  id: string;
  version: number;
  reference: string;
  progress: 'being-looked-at' | 'in-use' | 'ended';
  submittedAt: string | null;
  endedAt: string | null;
  fedBackAt: string | null;
  desk: {
    state: string;
    grade: IntelligenceGrade | null;
    danger: boolean;
    needsRisk: boolean;
    risk: { level: string; at: string } | null;
    parts: string[];
    recipients: { agencyId: string; contactId: string | null; parts: string[]; withdrawnAt?: string }[];
    reviewBy: string | null;
    sourceReferredAt: string | null;
    closed: boolean;
    submittedBy: string | null;
    agencyId: string | null;
    due: string | null;
    step: string | null;
  } | null;
  submittedByName?: string | null;
  agencyName?: string | null;
}

/** One report, as far as its reader may see it. */
export interface ReportView extends ReportLine {
  clocks: DueDate[];
  grade: (IntelligenceGrade & { words: string }) | null;
  unsanitised: ReportEntry[];
  named: { id: string; kind: string; title: string; reference: string | null }[];
  submittedBefore: number | null;
  /** Who holds a part of it on paper. */
  copies: {
    recipientName: string;
    copyNumber: number;
    issuedAt: string;
    openedAt: string | null;
    isEarlier: boolean;
  }[];
  mine: boolean;
  written: ReportEntry[];
  names: Record<string, string>;
  allowed: Allowed[];
}

/** For whom each part of a sanitised text is. */
export const partWords: Record<string, string> = {
  safety: 'Those who keep a child safe',
  disruption: 'Those who act against people and places',
  sheet: 'The papers of the panel',
};

/** The parts as boxes to tick. */
export const partOptions = reportParts.map((value) => ({ value, text: partWords[value] ?? value }));

/** How far a report has come, to whoever may know no more. */
export const progressWords: Record<ReportLine['progress'], string> = {
  'being-looked-at': 'The intelligence desk has it and is looking at it',
  'in-use': 'It was looked at and is in use',
  ended: 'It was looked at and goes no further',
};

/** A tag for where a report stands, as its reader may know it. */
export function reportTag({ desk, progress }: ReportLine): { text: string; classes: string } {
  const over = progress === 'ended';
  const text = desk ? (stateLabels[desk.state] ?? desk.state) : labelOf(progress);
  return { text, classes: over ? 'govuk-tag--grey' : 'govuk-tag--yellow' };
}

/** The records that a report names, each with its page. */
export const namedLines = ({ named }: ReportView) =>
  named.map(({ id, kind, title, reference }) => ({
    text: [title, reference].filter(Boolean).join(', '),
    href: placeOf(kind, id),
  }));

const texts: Record<string, Record<string, string>> = {
  'intelligence-report': {
    seen: 'What was seen or heard',
    when: 'When',
    where: 'Where',
    whoElseKnows: 'Who else knows',
    howKnown: 'How it is known',
    fromChild: 'It came from a child',
    couldShow: 'Acting on it could show where it came from',
  },
  'intelligence-addition': { words: 'Added by whoever submitted it' },
};

const coded = ['howKnown', 'fromChild', 'couldShow'];

/** What was submitted, line by line, the first words first, and the identifiers in it: for the desk alone. */
export function submittedFacts({ unsanitised }: ReportView): { key: string; text: string }[] {
  const rows = [...unsanitised].reverse();
  const identifiers = (isDesk: boolean) =>
    rows
      .filter(({ kind }) => (kind === 'intelligence-naming') === isDesk)
      .flatMap(({ body }) => (Array.isArray(body.identifiers) ? body.identifiers : []))
      .map((one) => identifierWords(one));
  const line = (key: string, words: string[]) => (words.length > 0 ? [{ key, text: words.join('; ') }] : []);
  const said = rows.flatMap(({ kind, body }) =>
    Object.entries(texts[kind] ?? {}).flatMap(([field, key]) => {
      const value = body[field];
      if (typeof value !== 'string') return [];
      return [{ key, text: coded.includes(field) ? labelOf(value) : value }];
    }),
  );
  return [
    ...said,
    ...rows.flatMap(({ body }) => interviewFacts(body.interview)),
    ...line('Identifiers', identifiers(false)),
    ...line('Identifiers that the desk recognised', identifiers(true)),
  ];
}

/** The return home interview that a report comes from, and what was found there. */
function interviewFacts(interview: unknown): { key: string; text: string }[] {
  if (!interview || typeof interview !== 'object') return [];
  const { heldAt, by, agency, findings } = interview as Record<string, unknown>;
  const held = typeof heldAt === 'string' ? `, ${momentWords(heldAt)}` : '';
  const found = Array.isArray(findings) ? findings.map((code) => findingText(String(code))) : [];
  return [
    { key: 'From a return home interview', text: `Held by ${by}, ${agency}${held}` },
    ...(found.length > 0 ? [{ key: 'Found in it', text: found.join(', ') }] : []),
  ];
}

/** What the desk knows of a report besides its words. */
export function deskFacts(view: ReportView): { key: string; text: string }[] {
  const { desk, names, submittedAt, submittedBefore, grade } = view;
  if (!desk) return [];
  const times = submittedBefore ?? 0;
  return [
    {
      key: 'Submitted',
      text: `${submittedAt ? momentWords(submittedAt) : ''} by ${names[desk.submittedBy ?? ''] ?? 'somebody'}, ${names[desk.agencyId ?? ''] ?? ''}. ${times === 0 ? 'The first in a year' : `${times} before it in a year`}${desk.sourceReferredAt ? `, referred to the source unit on ${dateWords(desk.sourceReferredAt)}` : ''}`,
    },
    { key: 'Grade', text: grade ? grade.words : 'Not graded: nobody may rely on it' },
    {
      key: 'Who may know of it',
      text: desk.closed
        ? 'Nobody but the desk and those it was given to: its existence is closed'
        : 'The desk, those it was given to, and those who oversee that it exists',
    },
    {
      key: 'Risk to the source',
      text: desk.risk
        ? `${labelOf(desk.risk.level)}, recorded on ${dateWords(desk.risk.at)}`
        : desk.needsRisk
          ? 'To be recorded before it is disseminated'
          : 'None stated',
    },
    ...(desk.reviewBy ? [{ key: 'Looked at again by', text: dateWords(desk.reviewBy) }] : []),
    ...(desk.due ? [{ key: 'Next due', text: dueWords(desk.due) }] : []),
  ];
}

/** Reads one report. */
export async function readReport(visit: Visit): Promise<{ view: ReportView; etag: string | null }> {
  const { body, etag } = await visit.read<ReportView>(path`/api/v1/intelligence/${visit.params.id ?? ''}`);
  return { view: body, etag };
}

/** The sanitised parts that the reader may read, as they stand now. */
export const partsNow = ({ written }: ReportView) =>
  written
    .filter(({ kind, wrong }) => kind === 'intelligence-part' && !wrong)
    .map(({ class: part, body }) => ({
      title: partWords[part] ?? labelOf(part),
      text: String(body.text ?? ''),
    }));

/** A report as the subject of one of its commands: to the desk with what was submitted, to nobody else. */
export async function reportSubject(visit: Visit): Promise<Subject> {
  const { view, etag } = await readReport(visit);
  return {
    href: `/intelligence/${view.id}`,
    caption: `Report ${view.reference}`,
    version: etag,
    allowed: view.allowed,
    facts: [
      ...submittedFacts(view),
      ...deskFacts(view),
      ...partsNow(view).map(({ title, text }) => ({ key: `Sanitised: ${title.toLowerCase()}`, text })),
    ],
  };
}
