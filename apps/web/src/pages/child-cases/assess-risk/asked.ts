import { concerns } from '@mase/workflow/words';
import { dateWords } from '../../../date-words.js';
import type { FormValues } from '../../../form-values.js';
import { concernOf } from '../code-words.js';
import type { Answers, Domain, Instrument, LastAssessment } from './assessment-form.js';

const answerWords: Record<string, string> = { yes: 'Yes', no: 'No', 'not-known': 'Not known' };

const options = ['yes', 'no', 'not-known'].map((value) => ({ value, text: answerWords[value] ?? value }));

function askedDomain(domain: Domain, { levels, windows }: Instrument, last: Answers | undefined) {
  const before = last?.levels.find((one) => one.domain === domain.code);
  const was = levels.find(({ value }) => value === before?.level);
  return {
    code: domain.code,
    label: domain.label,
    last: was ? `${was.label}${before?.note ? `. ${before.note}` : ''}` : null,
    levels: levels.map(({ value, label }) => ({
      value: String(value),
      text: label,
      attributes: value === before?.level ? { 'data-last': '' } : {},
    })),
    indicators: domain.indicators.map((indicator) => {
      const given = last?.answers.find(({ code }) => code === indicator.code);
      return {
        ...indicator,
        harm: indicator.type === 'harm',
        last: given ? (answerWords[given.answer] ?? given.answer) : null,
        options: options.map((one) => ({
          ...one,
          attributes: one.value === given?.answer ? { 'data-last': '' } : {},
        })),
        windows: [
          ...windows.map(({ id, label }) => ({ value: id, text: label })),
          { value: 'both', text: 'Both' },
        ],
      };
    }),
    protective: domain.protective.map(({ id, label }) => ({
      name: `protective-${domain.code}-${id}`,
      label,
    })),
  };
}

/** The instrument as the form asks it, each question with what was answered last time. */
export function askedOf(instrument: Instrument, last: LastAssessment | null) {
  return {
    guidance: instrument.guidance,
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

/** What is known from last time, put in so that nobody types it twice. Levels, grade and judgement are made anew. */
export function knownValues(last: LastAssessment | null): FormValues {
  if (!last) return {};
  const { answers, protective, learningDisability, harm } = last.body;
  const values: FormValues = { learningDisability };
  for (const { code, answer, window, evidence } of answers) {
    values[`answer-${code}`] = answer;
    if (window) values[`window-${code}`] = window;
    if (!evidence) continue;
    Object.assign(values, dated(`date-${code}`, evidence.date));
    values[`source-${code}`] = evidence.source;
    values[`evidence-${code}`] = evidence.text;
  }
  for (const { domain, factor, text } of protective)
    if (factor) values[`protective-${domain}-${factor}`] = text;
  for (const { kind, certainty, time, basis } of harm) {
    values[`harm-${kind}-certainty`] = certainty;
    values[`harm-${kind}-time`] = time;
    values[`harm-${kind}-basis`] = basis;
  }
  return values;
}
