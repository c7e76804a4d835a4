import { concerns } from '@mase/workflow/words';
import type { Visit } from '../../../visit.js';
import { gradeAfter, typedContradictions } from '../contradictions.js';
import { otherProtective } from './asked.js';
import type { Domain, Instrument } from './assessment-form.js';
import { pieceFields, typedEvidence, typedPieces } from './evidence.js';

const indicators = ({ domains }: Instrument) => domains.flatMap((domain) => domain.indicators);

const asking = ({ domains }: Instrument, asks: string): Domain[] =>
  domains.filter((domain) => domain.asks === asks);

/** The indicators answered on the form, in the order of the instrument. */
export function typedIndicators(visit: Visit, instrument: Instrument) {
  return indicators(instrument).flatMap(({ code }) => {
    const answer = visit.typed(`answer-${code}`);
    if (!answer) return [];
    if (answer !== 'yes') return [{ code, answer }];
    const [evidence, ...more] = typedPieces(visit, code).map(({ place: _place, ...piece }) => piece);
    return [
      {
        code,
        answer,
        window: visit.typed(`window-${code}`),
        evidence,
        ...(more.length > 0 && { moreEvidence: more }),
      },
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
    level: level === 'not-known' ? null : Number(level ?? Number.NaN),
    note: visit.typed(`note-${code}`),
    evidence: typedEvidence(visit, code),
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
      [...protective, otherProtective].flatMap(({ id }) => {
        const text = visit.typed(`protective-${code}-${id}`);
        const factor = id === otherProtective.id ? {} : { factor: id };
        return text ? [{ domain: code, ...factor, text }] : [];
      }),
    ),
    ...typedNarratives(visit, instrument),
    harm: typedHarm(visit),
    ...{ learningDisability, reasons, analysis, childView, belowFloorReason },
    proposed: gradeAfter(visit, 'proposed'),
    ...typedContradictions(visit),
  };
}

/** What is open in one piece of what an answer rests on, by field: who or what it comes from, and the date. */
function openPiece(visit: Visit, { source, date }: { source: string; date: string }, label: string) {
  const words = `“${label.slice(0, 60)}${label.length > 60 ? '…' : ''}”`;
  const errors: Record<string, string> = {};
  if (!visit.typed(source)) errors[source] = `Enter who or what ${words} comes from`;
  if (!visit.typedDate(date)) errors[date] = `Enter the date of ${words}`;
  return errors;
}

/** What is open in the pieces of evidence for a sign: the first is always asked for. */
function openPieces(visit: Visit, code: string, label: string): Record<string, string> {
  const places = typedPieces(visit, code).map(({ place }) => place);
  const asked = places.length > 0 ? places : [0];
  return Object.assign(
    {},
    ...asked.map((place) => openPiece(visit, pieceFields('answer', code, place), label)),
  );
}

/** What was left open that the form cannot be sent without, by field: levels, narratives, source and date for each yes. */
export function openQuestions(visit: Visit, instrument: Instrument): Record<string, string> {
  const needing = instrument.levels.filter((level) => level.needsEvidence).map(({ value }) => String(value));
  const errors: Record<string, string> = {};
  for (const { code, label, asks, indicators: asked } of instrument.domains) {
    const level = visit.typed(`level-${code}`);
    if (asks === 'level' && !level)
      errors[`level-${code}`] = `Select the level of concern for ${label.toLowerCase()}`;
    if (level && needing.includes(level))
      Object.assign(errors, openPiece(visit, pieceFields('level', code, 0), label));
    if (asks === 'narrative' && !visit.typed(`narrative-${code}`))
      errors[`narrative-${code}`] = `Enter ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
    for (const one of asked)
      if (visit.typed(`answer-${one.code}`) === 'yes')
        Object.assign(errors, openPieces(visit, one.code, one.label));
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
  const [, list, index, part = '', further] = pointer.split('/');
  if (list === 'answers' || list === 'levels') {
    const kind = list === 'answers' ? 'answer' : 'level';
    const code = codeAt(visit, `${kind}-`, index);
    if (!code || (kind === 'level' && part !== 'evidence')) return code && `level-${code}`;
    const piece = part === 'moreEvidence' ? Number(further) + 1 : 0;
    const place = kind === 'answer' ? (typedPieces(visit, code)[piece]?.place ?? 0) : 0;
    return pieceFields(kind, code, place)[pointer.includes('/date') ? 'date' : 'source'];
  }
  if (list === 'harm') {
    const kind = index === undefined ? concerns[0] : typedHarm(visit)[Number(index)]?.kind;
    return kind && `harm-${kind}-${part || 'certainty'}`;
  }
  return undefined;
}
