import type { AssessmentAnswers } from '../risk/answers.js';
import type { AssessmentBasis } from '../risk/recompute.js';
import { wrongRows } from '../wrong-rows.js';

/** What an assessment left as not known: who is to find it out, by when, and how. */
export interface ToFindOut {
  code: string;
  what: string;
  how: string;
  /** The principal in whose hands it is. */
  who: string;
  /** The instant by which it is due. */
  due: string;
}

interface Row {
  id: string;
  kind: string;
  replaces: string | null;
  happened: string;
  body: object;
}

type Assessed = Partial<AssessmentAnswers & { learningDisability: string; computedFrom: AssessmentBasis }>;

/** Whether an assessment answers a question, one way or the other. */
function answers(
  code: string,
  { answers = [], levels = [], learningDisability, computedFrom }: Assessed,
): boolean {
  if (code === 'about/learning-disability') return learningDisability !== 'not-known';
  if (code === 'about/age-years') return typeof computedFrom?.about.ageYears === 'number';
  return (
    answers.some((one) => one.code === code && one.answer !== 'not-known') ||
    levels.some((one) => one.domain === code && one.level !== null)
  );
}

/** What is still open, with the instant at which it was left as not known. */
export interface OpenQuestion extends ToFindOut {
  asked: string;
}

/** Whether somebody has found it out since it was left as not known. */
const found = (asked: Row, findings: readonly Row[]): boolean =>
  findings.some(
    (one) =>
      (one.id > asked.id || one.happened >= asked.happened) &&
      (one.body as ToFindOut).code === (asked.body as ToFindOut).code,
  );

/**
 * What was left as not known and no assessment or finding has answered since: each question once, as it was asked first, the
 * soonest due first. From the rows written on a case, in any order.
 */
export function openQuestionsOf(written: readonly Row[]): OpenQuestion[] {
  const replaced = wrongRows(written);
  const stands = (kind: string) => written.filter((row) => row.kind === kind && !replaced.has(row.id));
  const [assessed, findings] = [stands('assessment'), stands('finding')];
  const open = new Map<string, OpenQuestion>();
  const asked = stands('to-find-out');
  for (const row of [...asked].sort((one, other) => (one.happened < other.happened ? -1 : 1))) {
    const body = row.body as ToFindOut;
    const later = assessed.filter((one) => one.happened > row.happened);
    if (found(row, findings) || later.some((one) => answers(body.code, one.body))) continue;
    open.set(body.code, open.get(body.code) ?? { ...body, asked: row.happened });
  }
  return [...open.values()]
    .filter((one) => one.due !== undefined)
    .map(({ code, what, how, who, due, asked }) => ({ code, what, how, who, due, asked }))
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
}

/** What is still to be found out, the soonest due first. From the rows written on a case, in any order. */
export function stillToFindOut(written: readonly Row[]): ToFindOut[] {
  return openQuestionsOf(written).map(({ asked: _asked, ...one }) => one);
}
