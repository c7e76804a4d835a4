import {
  auditActionEndings,
  auditGrades,
  auditParts,
  concerns,
  practiceThemes,
  sampleBases,
  sampledGrades,
} from '@mase/workflow';
import { cautions } from './about-schemas.js';
import {
  day,
  id,
  instant,
  list,
  maybe,
  named,
  object,
  oneOf,
  page,
  grade as riskGrade,
  type Schema,
  shown,
  text,
  truth,
  whole,
} from './schema.js';

const grade = oneOf(...auditGrades);
const byGrade = object(Object.fromEntries(auditGrades.map((one) => [one, whole])));
const byPart = (each: Schema) => object(Object.fromEntries(auditParts.map((part) => [part, each])));
const given = maybe(object({ by: maybe(id), name: text(), at: instant }));
const due = {
  firstDue: { ...day, description: 'The day that was set first' },
  dueOn: { ...day, description: 'The day that stands now' },
  due: { ...maybe(instant), description: 'When what is waited for now is due' },
};

const audit = {
  ...{ id, version: whole, state: named('State'), caseId: id, childId: id, name: text(), reference: text() },
  ...{ auditorId: id, auditorName: text(), agencyId: maybe(id), ...due, commissioned: given },
  ...{ chased: whole, sentBack: whole, withdrawnAt: maybe(instant) },
  returned: maybe(
    object({
      at: instant,
      grades: byPart(grade),
      overall: grade,
      themes: list(oneOf(...practiceThemes)),
    }),
  ),
  moderated: maybe(object({ by: text(), at: instant, overall: grade })),
  sampleId: { ...maybe(id), description: 'The sample that drew the case' },
};

const action = {
  ...{ id, version: whole, state: named('State'), part: maybe(oneOf(...auditParts)), what: text() },
  ...{ ownerId: id, ownerName: text(), agencyId: maybe(id), ...due, given },
  ...{ proofAt: maybe(instant), sentBack: whole },
  ended: maybe(object({ how: oneOf('proven', ...auditActionEndings), at: instant })),
  from: {
    ...maybe(object({ auditId: id, caseId: id, childId: id, name: text(), reference: text() })),
    description: 'Whose case it came from, for those who read the audit',
  },
};

const sample = {
  ...{ id, version: whole, state: named('State'), title: text(), basis: oneOf(...sampleBases) },
  ...{ from: day, to: day, grade: maybe(oneOf(...sampledGrades)), teamId: maybe(text()) },
  ...{ concern: maybe(oneOf(...concerns)), wanted: whole, size: whole },
  seed: { ...whole, description: 'By which SplitMix64 draws the same cases again' },
  sealed: {
    ...maybe(object({ entries: whole, at: instant })),
    description: 'The seal at which the books were read; null where nothing was sealed yet',
  },
  population: object({ size: whole, digest: text('SHA-256 of the ids in order, each with a line feed') }),
  drawn: given,
  ended: maybe(object({ how: oneOf('concluded', 'withdrawn'), at: instant })),
};
const sampledCase = object({
  ...{ place: whole, caseId: id, childId: id, name: text(), reference: text(), state: named('State') },
  ...{ grade: maybe(riskGrade), cautions },
  audits: list(object({ id, state: named('State'), auditorName: text(), dueOn: day })),
});

/** An audit of a case, as the view of the case lists it. */
export const auditOnCase: Schema = object(audit);

/** What audits of cases and the actions that came of them show, by name. */
export const auditSchemas: { [name: string]: Schema } = {
  CaseAuditsView: page(object(audit)),
  CaseAuditView: object({
    ...audit,
    ...shown,
    mayOpenCase: { ...truth, description: 'Whether the reader sees the case that is audited' },
    cautions,
  }),
  AuditActionsView: page(object(action)),
  AuditActionView: object({ ...action, ...shown }),
  DipSamplesView: page(object(sample)),
  DipSampleView: object({ ...sample, ...shown, cases: list(sampledCase) }),
  DipSampleAgainView: object({ id, result: oneOf('same', 'differs', 'not-sealed') }),
  AuditSummaryView: object({
    ...{ from: day, to: day, audits: whole, parts: byPart(byGrade) },
    overall: { ...byGrade, description: 'As moderated, where that was' },
    themes: list(object({ theme: oneOf(...practiceThemes), audits: whole })),
  }),
};
