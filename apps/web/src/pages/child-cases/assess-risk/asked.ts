import { concerns } from '@mase/workflow/words';
import { dateWords } from '../../../date-words.js';
import type { FormValues } from '../../../form-values.js';
import { concernOf } from '../code-words.js';
import type { Answers, Domain, Evidence, Indicator, Instrument, LastAssessment } from './assessment-form.js';

const answerWords: Record<string, string> = { yes: 'Yes', no: 'No', 'not-known': 'Not known' };

const options = ['yes', 'no', 'not-known'].map((value) => ({ value, text: answerWords[value] ?? value }));

/** Whether the date of the evidence says in which window a sign counts, unless the assessor says otherwise. */
const goesByDate = ({ windows }: Instrument): boolean =>
  windows.some(({ id, months }) => id === 'current' && months !== undefined);

/** The windows that an answer may name; nothing where the sign counts whenever it was. */
function askedWindows({ windows }: Instrument, { weights }: Indicator) {
  const named = windows.filter(({ id }) => id !== 'lifetime');
  if (weights && Object.keys(weights).every((id) => id === 'lifetime')) return [];
  const items = named.map(({ id, label }) => ({ value: id, text: label }));
  return items.length > 1 ? [...items, { value: 'both', text: 'Both' }] : items;
}

function askedIndicator(indicator: Indicator, instrument: Instrument, last: Answers | undefined) {
  const given = last?.answers.find(({ code }) => code === indicator.code);
  return {
    ...indicator,
    harm: indicator.type === 'harm',
    last: given ? (answerWords[given.answer] ?? given.answer) : null,
    options: options.map((one) => ({
      ...one,
      attributes: one.value === given?.answer ? { 'data-last': '' } : {},
    })),
    windows: askedWindows(instrument, indicator),
    byDate: goesByDate(instrument),
  };
}

/** The levels of a domain; not known is one more answer, never the lowest level. */
function askedLevels({ levels }: Instrument, before: Answers['levels'][number] | undefined) {
  const known = levels.map(({ value, label }) => ({ value: String(value), text: label }));
  const was = before && (before.level === null ? 'not-known' : String(before.level));
  return [...known, { value: 'not-known', text: 'Not known' }].map((one) => ({
    ...one,
    attributes: one.value === was ? { 'data-last': '' } : {},
  }));
}

function askedDomain(domain: Domain, instrument: Instrument, last: Answers | undefined) {
  const { code, label, asks, guidance } = domain;
  const before = last?.levels.find((one) => one.domain === code);
  const was =
    before?.level === null
      ? 'Not known'
      : instrument.levels.find(({ value }) => value === before?.level)?.label;
  return {
    code,
    label,
    guidance: guidance ?? null,
    last: was ? `${was}${before?.note ? `. ${before.note}` : ''}` : null,
    levels: asks === 'level' ? askedLevels(instrument, before) : null,
    evidence: asks === 'level' && instrument.levels.some(({ needsEvidence }) => needsEvidence),
    narrative: asks === 'narrative',
    indicators: domain.indicators.map((one) => askedIndicator(one, instrument, last)),
    protective: domain.protective.map(({ id, label: text }) => ({
      name: `protective-${code}-${id}`,
      label: text,
    })),
  };
}

/** The instrument as the form asks it, each question with what was answered last time with the same instrument. */
export function askedOf(instrument: Instrument, last: LastAssessment | null) {
  const { id, version, title, guidance } = instrument;
  return {
    instrument: { id, version, title },
    guidance,
    meanings: instrument.levels.map(({ label, description }) => ({ label, description })),
    domains: instrument.domains.map((domain) => askedDomain(domain, instrument, last?.body)),
    kinds: concerns.map((kind) => ({ kind, label: concernOf(kind) })),
    lastDate: last ? dateWords(last.happened) : null,
  };
}

function dated(name: string, date: string): FormValues {
  const [year = '', month = '', day = ''] = date.split('-');
  return {
    [`${name}-day`]: String(Number(day)),
    [`${name}-month`]: String(Number(month)),
    [`${name}-year`]: year,
  };
}

/** The names of the fields for what an answer rests on: of a sign, or of a level. */
export const evidenceFields = {
  answer: { source: 'source', date: 'date', text: 'evidence' },
  level: { source: 'shown-by', date: 'shown-on', text: 'shown' },
} as const;

function evidenceValues(
  kind: keyof typeof evidenceFields,
  code: string,
  evidence: Evidence | undefined,
): FormValues {
  if (!evidence) return {};
  const { source, date, text } = evidenceFields[kind];
  return {
    ...dated(`${date}-${code}`, evidence.date),
    [`${source}-${code}`]: evidence.source,
    [`${text}-${code}`]: evidence.text,
  };
}

/** The answers to the signs as they were last time; when it was is asked anew where the date says it. */
function knownAnswers({ answers, protective, narratives = [] }: Answers, instrument: Instrument): FormValues {
  const values: FormValues = {};
  for (const { code, answer, window, evidence } of answers) {
    values[`answer-${code}`] = answer;
    if (window && !goesByDate(instrument)) values[`window-${code}`] = window;
    Object.assign(values, evidenceValues('answer', code, evidence));
  }
  for (const { domain, factor, text } of protective)
    if (factor) values[`protective-${domain}-${factor}`] = text;
  for (const { domain, text } of narratives) values[`narrative-${domain}`] = text;
  return values;
}

/**
 * What is known from last time, put in so that nobody types it twice: the signs from the last assessment with this
 * instrument, harm from the last of all. Levels, grade and judgement are made anew.
 */
export function knownValues(
  instrument: Instrument,
  same: LastAssessment | null,
  last: LastAssessment | null,
): FormValues {
  const values = same ? knownAnswers(same.body, instrument) : {};
  if (!last) return values;
  values.learningDisability = last.body.learningDisability;
  for (const { kind, certainty, time, basis } of last.body.harm) {
    values[`harm-${kind}-certainty`] = certainty;
    values[`harm-${kind}-time`] = time;
    values[`harm-${kind}-basis`] = basis;
  }
  return values;
}
