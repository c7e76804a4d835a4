import { concerns } from '@mase/workflow/words';
import type { Visit } from '../../../visit.js';
import { gradeAfter, typedContradictions } from '../contradictions.js';
import { evidenceFields } from './asked.js';
import type { Domain, Instrument } from './assessment-form.js';

const indicators = ({ domains }: Instrument) => domains.flatMap((domain) => domain.indicators);

const asking = ({ domains }: Instrument, asks: string): Domain[] =>
  domains.filter((domain) => domain.asks === asks);

function evidence(visit: Visit, kind: keyof typeof evidenceFields, code: string) {
  const fields = evidenceFields[kind];
  const source = visit.typed(`${fields.source}-${code}`);
  const date = visit.typedDate(`${fields.date}-${code}`);
  return source || date ? { source, date, text: visit.typed(`${fields.text}-${code}`) } : undefined;
}

/** The indicators answered on the form, in the order of the instrument. */
export function typedIndicators(visit: Visit, instrument: Instrument) {
  return indicators(instrument).flatMap(({ code }) => {
    const answer = visit.typed(`answer-${code}`);
    if (!answer) return [];
    if (answer !== 'yes') return [{ code, answer }];
    return [
      { code, answer, window: visit.typed(`window-${code}`), evidence: evidence(visit, 'answer', code) },
    ];
  });
}

/** Harm as it was answered, for the kinds that were looked at. */
export function typedHarm(visit: Visit) {
  return concerns.flatMap((kind) => {
    const certainty = visit.typed(`harm-${kind}-certainty`);
    if (!certainty) return [];
    const time = visit.typed(`harm-${kind}-time`) ?? (certainty === 'none-known' ? 'current' : undefined);
    return [{ kind, certainty, time, basis: visit.typed(`harm-${kind}-basis`) }];
  });
}

function typedLevel(visit: Visit, { code }: Domain) {
  const level = visit.typed(`level-${code}`);
  return {
    domain: code,
    level: level === 'not-known' ? null : Number(level),
    note: visit.typed(`note-${code}`),
    evidence: evidence(visit, 'level', code),
  };
}

function typedNarratives(visit: Visit, instrument: Instrument) {
  const told = asking(instrument, 'narrative');
  return told.length > 0
    ? { narratives: told.map(({ code }) => ({ domain: code, text: visit.typed(`narrative-${code}`) })) }
    : {};
}

/** The whole form as the body of the command. */
export function typedAssessment(visit: Visit, instrument: Instrument) {
  const { id, version, domains } = instrument;
  const [learningDisability, reasons, analysis, childView, belowFloorReason] = [
    'learningDisability',
    'reasons',
    'analysis',
    'childView',
    'belowFloorReason',
  ].map((name) => visit.typed(name));
  return {
    instrument: id,
    instrumentVersion: version,
    answers: typedIndicators(visit, instrument),
    levels: asking(instrument, 'level').map((domain) => typedLevel(visit, domain)),
    protective: domains.flatMap(({ code, protective }) =>
      protective.flatMap((factor) => {
        const text = visit.typed(`protective-${code}-${factor.id}`);
        return text ? [{ domain: code, factor: factor.id, text }] : [];
      }),
    ),
    ...typedNarratives(visit, instrument),
    harm: typedHarm(visit),
    ...{ learningDisability, reasons, analysis, childView, belowFloorReason },
    proposed: gradeAfter(visit, 'proposed'),
    ...typedContradictions(visit),
  };
}

/** What is open in what one answer rests on, by field: who or what it comes from, and the date. */
function openEvidence(visit: Visit, kind: keyof typeof evidenceFields, code: string, label: string) {
  const fields = evidenceFields[kind];
  const words = `“${label.slice(0, 60)}${label.length > 60 ? '…' : ''}”`;
  const errors: Record<string, string> = {};
  if (!visit.typed(`${fields.source}-${code}`))
    errors[`${fields.source}-${code}`] = `Enter who or what ${words} comes from`;
  if (!visit.typedDate(`${fields.date}-${code}`))
    errors[`${fields.date}-${code}`] = `Enter the date of ${words}`;
  return errors;
}

/** What was left open that the form cannot be sent without, by field: levels, narratives, source and date for each yes. */
export function openQuestions(visit: Visit, instrument: Instrument): Record<string, string> {
  const needing = instrument.levels.filter((level) => level.needsEvidence).map(({ value }) => String(value));
  const errors: Record<string, string> = {};
  for (const { code, label, asks, indicators: asked } of instrument.domains) {
    const level = visit.typed(`level-${code}`);
    if (asks === 'level' && !level)
      errors[`level-${code}`] = `Select the level of concern for ${label.toLowerCase()}`;
    if (level && needing.includes(level)) Object.assign(errors, openEvidence(visit, 'level', code, label));
    if (asks === 'narrative' && !visit.typed(`narrative-${code}`))
      errors[`narrative-${code}`] = `Enter ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
    for (const one of asked)
      if (visit.typed(`answer-${one.code}`) === 'yes')
        Object.assign(errors, openEvidence(visit, 'answer', one.code, one.label));
  }
  return errors;
}

/** The code of the answer that a fault counts: the api counts the answers given, the form names them. */
function codeAt(visit: Visit, prefix: string, index: string | undefined): string | undefined {
  const given = Object.keys(visit.form).filter((name) => name.startsWith(prefix) && visit.typed(name));
  return given[Number(index)]?.slice(prefix.length);
}

/** The field that a fault of the command means. */
export function placeOf(pointer: string, visit: Visit): string | undefined {
  const [, list, index, part = ''] = pointer.split('/');
  if (list === 'answers' || list === 'levels') {
    const kind = list === 'answers' ? 'answer' : 'level';
    const code = codeAt(visit, `${kind}-`, index);
    const fields = evidenceFields[kind];
    if (!code || (kind === 'level' && part !== 'evidence')) return code && `level-${code}`;
    return `${pointer.includes('/date') ? fields.date : fields.source}-${code}`;
  }
  if (list === 'harm') {
    const kind = index === undefined ? concerns[0] : typedHarm(visit)[Number(index)]?.kind;
    return kind && `harm-${kind}-${part || 'certainty'}`;
  }
  return undefined;
}
