import type { FormValues } from '../../../form-values.js';
import type { Visit } from '../../../visit.js';
import type { Evidence } from './assessment-form.js';

/** The names of the fields for what an answer rests on: of a sign, or of a level. */
export const evidenceFields = {
  answer: { source: 'source', date: 'date', text: 'evidence' },
  level: { source: 'shown-by', date: 'shown-on', text: 'shown' },
} as const;

/** What evidence is for: a sign answered yes, or a level. */
export type EvidenceOf = keyof typeof evidenceFields;

/** So many pieces the api takes for one answer. */
const mostPieces = 21;

/** The names of the fields of one piece; the first is plain, the second ends in `--2`. */
export function pieceFields(of: EvidenceOf, code: string, place: number) {
  const { source, date, text } = evidenceFields[of];
  const end = place > 0 ? `${code}--${place + 1}` : code;
  return { source: `${source}-${end}`, date: `${date}-${end}`, text: `${text}-${end}` };
}

/** One piece as it was typed; a date that is not whole yet is left as it is, for the api to refuse. */
function typedPiece(visit: Visit, of: EvidenceOf, code: string, place: number) {
  const fields = pieceFields(of, code, place);
  const [source, date, text] = [
    visit.typed(fields.source),
    visit.typedDate(fields.date),
    visit.typed(fields.text),
  ];
  return source || date || text ? { source, date, text } : undefined;
}

/** The pieces that were typed for one sign, each with its place on the form. */
export function typedPieces(visit: Visit, code: string) {
  return Array.from({ length: mostPieces }, (_one, place) => ({
    place,
    piece: typedPiece(visit, 'answer', code, place),
  })).flatMap(({ place, piece }) => (piece ? [{ place, ...piece }] : []));
}

/** What a level rests on, as it was typed. */
export const typedEvidence = (visit: Visit, code: string) => typedPiece(visit, 'level', code, 0);

/** The rows that the form shows for one sign: all that is known or typed, and one more. */
export function evidenceRows(code: string, known: number, form: FormValues) {
  const filled = Array.from({ length: mostPieces }, (_one, place) => place + 1).filter((count) => {
    const { source, date, text } = pieceFields('answer', code, count - 1);
    return [source, text, `${date}-day`].some((name) => form[name]);
  });
  const rows = Math.min(mostPieces, Math.max(1, known, ...filled) + 1);
  return Array.from({ length: rows }, (_one, place) => ({
    ...pieceFields('answer', code, place),
    further: place > 0,
    open: place > 0 && place < rows - 1,
  }));
}

function dated(name: string, date: string): FormValues {
  const [year = '', month = '', day = ''] = date.split('-');
  return {
    [`${name}-day`]: String(Number(day)),
    [`${name}-month`]: String(Number(month)),
    [`${name}-year`]: year,
  };
}

/** What is known of the evidence for one sign, as values of the form. */
export function evidenceValues(code: string, evidence: readonly Evidence[]): FormValues {
  return Object.assign(
    {},
    ...evidence.map(({ source, date, text }, place) => {
      const fields = pieceFields('answer', code, place);
      return { ...dated(fields.date, date), [fields.source]: source, [fields.text]: text };
    }),
  );
}
