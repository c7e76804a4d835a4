import { type CandidateList, candidateListLabels, candidateLists } from '@mase/workflow/words';
import { path } from '../../api-client.js';
import { dateWords, dueWords } from '../../date-words.js';
import { placeOf } from '../../place-of.js';
import { codeWords } from '../../strand.js';
import type { Visit } from '../../visit.js';
import { sectionsFor } from './agenda-times.js';
import type { SittingView } from './sitting.js';

/** Something that is missing, and who can supply it. */
interface Lacking {
  words: string;
  who: string;
}

/** Somebody or something that may come before a sitting. */
export interface Candidate {
  id: string;
  kind: string;
  reference: string;
  name: string;
  grade: string | null;
  list: CandidateList;
  reasons: { words: string; since: string | null; due: string | null }[];
  listed: boolean;
  until: string | null;
  elsewhere: boolean;
  section: string;
  minutes: number;
  asked: string;
  subject: { kind: string; title: string } | null;
  gate: Lacking[];
}

/** An item without a case that an earlier sitting did not reach. */
interface Carried {
  itemId: string;
  subject: string;
  subjectId: string | null;
  title: string;
  section: string;
  asked: string;
  minutes: number;
  since: string | null;
}

/** What may come before a sitting, and how its agenda could stand. */
export interface Proposals {
  candidates: Candidate[];
  carried: Carried[];
  order: { id: string; why: string }[];
  gates: { itemId: string; missing: Lacking[] }[];
  fits: { minutes: number; items: number };
  next: string | null;
}

/** Reads what may come before a sitting. */
export async function readProposals(visit: Visit): Promise<Proposals> {
  const after = visit.query.after;
  const { body } = await visit.read<Proposals>(
    path`/api/v1/sittings/${visit.params.id ?? ''}/proposals`,
    after ? { after } : {},
  );
  return body;
}

/** What is missing, in a line: what, and who can supply it. */
export const lackingWords = (missing: readonly Lacking[]): string[] =>
  missing.map(({ words, who }) => `${words}: ${who}`);

function weightOf({ kind, grade }: Candidate): string {
  if (!grade) return kind === 'childCase' ? 'no grade yet' : '';
  return kind === 'childCase' ? `graded ${grade}` : `${codeWords(grade).toLowerCase()} priority`;
}

function reasonWords({ words, since, due }: Candidate['reasons'][number]): string {
  const when = [since ? `since ${dateWords(since)}` : '', due ? `due ${dueWords(due)}` : ''].filter(Boolean);
  return when.length > 0 ? `${words.replace(/\.$/, '')}, ${when.join(', ')}.` : words;
}

function tickModel(one: Candidate, first: boolean, sitting: SittingView) {
  return {
    id: one.id,
    kind: one.kind,
    name: one.name,
    elementId: first ? 'caseId' : `case-${one.id}`,
    kindField: `kind-${one.id}`,
    titleField: one.subject ? `title-${one.id}` : null,
    sectionField: `section-${one.id}`,
    minutesField: `minutes-${one.id}`,
    askedField: `asked-${one.id}`,
    sections: sectionsFor(sitting, one.kind === 'carried' ? 'theme' : one.kind),
    hint: [one.name.includes(one.reference) ? '' : one.reference, weightOf(one), `${one.minutes} minutes`]
      .filter(Boolean)
      .join(', '),
    reasons: one.reasons.map(reasonWords),
    until: one.until ? `Deferred until ${dueWords(one.until)}` : null,
    gate: lackingWords(one.gate),
  };
}

/** Why a candidate cannot be ticked here, and where to go for it. */
function notHere(one: Candidate) {
  return {
    name: one.name,
    reasons: one.reasons.map(reasonWords),
    text: one.elsewhere ? 'It waits on the agenda of another sitting.' : 'It is not on the panel’s list yet.',
    href: one.elsewhere ? null : `${placeOf(one.kind, one.id)}/list-for-panel`,
  };
}

/** What an item without a case, carried over, is as a candidate. */
const asCandidate = (one: Carried): Candidate => ({
  id: one.itemId,
  kind: 'carried',
  reference: '',
  name: one.title,
  grade: null,
  list: 'carried',
  reasons: [{ words: 'The last sitting did not reach it', since: one.since, due: null }],
  listed: true,
  until: null,
  elsewhere: false,
  section: one.section,
  minutes: one.minutes,
  asked: one.asked,
  subject: { kind: one.subject, title: one.title },
  gate: [],
});

/** All candidates, those carried over without a case among them. */
export const allCandidates = ({ candidates, carried }: Proposals): Candidate[] => [
  ...carried.map(asCandidate),
  ...candidates,
];

/** The candidates by list, in the order of an agenda: those that can be ticked, and those that stand elsewhere. */
export function groupsOf(candidates: readonly Candidate[], sitting: SittingView) {
  const ordered = candidateLists.flatMap((list) => candidates.filter((one) => one.list === list));
  const first = ordered.find((one) => one.listed && !one.elsewhere);
  return candidateLists
    .map((list) => {
      const own = ordered.filter((one) => one.list === list);
      const here = own.filter((one) => one.listed && !one.elsewhere);
      return {
        heading: candidateListLabels[list],
        cases: here.map((one) => tickModel(one, one === first, sitting)),
        others: own.filter((one) => !here.includes(one)).map(notHere),
      };
    })
    .filter(({ cases, others }) => cases.length + others.length > 0);
}

/** What the form starts with: what is known is filled in. */
export function startValues(candidates: readonly Candidate[]): Record<string, string> {
  return Object.fromEntries(
    candidates.flatMap((one): [string, string][] => [
      [`section-${one.id}`, one.section],
      [`minutes-${one.id}`, String(one.minutes)],
      [`asked-${one.id}`, one.asked],
      ...(one.subject ? ([[`title-${one.id}`, one.subject.title]] as [string, string][]) : []),
    ]),
  );
}
