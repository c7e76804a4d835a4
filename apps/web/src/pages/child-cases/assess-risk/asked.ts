import { concerns } from '@mase/workflow/words';
import { dateWords } from '../../../date-words.js';
import type { FormValues } from '../../../form-values.js';
import { concernOf } from '../code-words.js';
import type { Answers, Domain, Indicator, Instrument, LastAssessment } from './assessment-form.js';
import { evidenceRows, evidenceValues } from './evidence.js';

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

function askedIndicator(
  indicator: Indicator,
  instrument: Instrument,
  last: Answers | undefined,
  typed: FormValues,
) {
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
    rows: evidenceRows(indicator.code, 1 + (given?.moreEvidence?.length ?? 0), typed),
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

/** What protects the child and is not named by the instrument. */
export const otherProtective = { id: 'other', label: 'Anything else that protects the child here' };

function askedDomain(domain: Domain, instrument: Instrument, last: Answers | undefined, typed: FormValues) {
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
    indicators: domain.indicators.map((one) => askedIndicator(one, instrument, last, typed)),
    protective: [...domain.protective, otherProtective].map(({ id, label: text }) => ({
      name: `protective-${code}-${id}`,
      label: text,
    })),
  };
}

/** The instrument as the form asks it, each question with what was answered last time with the same instrument. */
export function askedOf(instrument: Instrument, last: LastAssessment | null, typed: FormValues = {}) {
  const { id, version, title, guidance } = instrument;
  return {
    instrument: { id, version, title },
    guidance,
    meanings: instrument.levels.map(({ label, description }) => ({ label, description })),
    domains: instrument.domains.map((domain) => askedDomain(domain, instrument, last?.body, typed)),
    kinds: concerns.map((kind) => ({ kind, label: concernOf(kind) })),
    lastDate: last ? dateWords(last.happened) : null,
  };
}

/** The answers to the signs as they were last time; when it was is asked anew where the date says it. */
function knownAnswers({ answers, protective, narratives = [] }: Answers, instrument: Instrument): FormValues {
  const values: FormValues = {};
  for (const { code, answer, window, evidence, moreEvidence = [] } of answers) {
    values[`answer-${code}`] = answer;
    if (window && !goesByDate(instrument)) values[`window-${code}`] = window;
    Object.assign(values, evidenceValues(code, [...(evidence ? [evidence] : []), ...moreEvidence]));
  }
  for (const { domain, factor, text } of protective)
    values[`protective-${domain}-${factor ?? otherProtective.id}`] = text;
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
