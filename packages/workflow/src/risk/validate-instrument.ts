import type { DocumentFault } from '../profile/shape.js';
import { relationFaults } from './instrument-relations.js';
import { instrumentShape } from './instrument-shape.js';

/**
 * Gives every fault of an instrument file at once, each with its JSON pointer; an empty list means that it may be
 * used. A part that is not what it must be in itself is not judged by what it is to others.
 */
export function validateInstrument(value: unknown): DocumentFault[] {
  const shaped = instrumentShape(value, '');
  const faulty = shaped.map((fault) => fault.pointer);
  const related = relationFaults(value).flatMap(([pointer, reason]) =>
    reason === false || faulty.some((one) => pointer === one || pointer.startsWith(`${one}/`))
      ? []
      : [{ pointer, reason }],
  );
  return [...shaped, ...related];
}
