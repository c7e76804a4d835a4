import { identifierColumnAt } from '@mase/exchange';
import type { Refusal } from '@mase/workflow';
import type { ClassConstructor } from 'class-transformer';
import { BodyError, readBody } from '../body.js';
import type { ImportTally, RowPlace, RowReason } from './import-tally.js';

function reasonOf(
  { raw }: RowPlace,
  { fieldOf }: ImportTally,
  fault: { pointer: string; code: string; detail: string },
): RowReason {
  // What a command describes of somebody stands one step deeper than what it says itself.
  const [, first = '', second = '', third = ''] = fault.pointer.split('/');
  const number = first === 'identifiers' ? second : second === 'identifiers' ? third : '';
  const column = number === '' ? undefined : identifierColumnAt(raw, Number(number));
  const field = column ?? fieldOf[first] ?? fieldOf[second] ?? '';
  return { field, value: raw[field] ?? '', code: fault.code, reason: fault.detail };
}

/** Every reason why what a row asks does not fit the body class of its command; none where it fits. */
export function bodyReasons(
  shape: ClassConstructor<object>,
  payload: object,
  place: RowPlace,
  tally: ImportTally,
): RowReason[] {
  try {
    readBody(shape, payload);
    return [];
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    return error.faults.map((fault) => reasonOf(place, tally, fault));
  }
}

/** Whether what a row asks fits the body class of its command; where not, the row is refused with every fault. */
export async function fitsBody(
  shape: ClassConstructor<object>,
  payload: object,
  place: RowPlace,
  tally: ImportTally,
): Promise<boolean> {
  const reasons = bodyReasons(shape, payload, place, tally);
  if (reasons.length > 0) await tally.refuse(place, reasons);
  return reasons.length === 0;
}

/** The reasons of a refusal by the workflow, as they stand beside the row's own fields. */
export function refusalReasons(place: RowPlace, tally: ImportTally, refusal: Refusal): RowReason[] {
  const lacking = refusal.missing.map(({ code, words, who }) => ({
    field: '',
    value: '',
    code,
    reason: `${words} (${who})`,
  }));
  return [...refusal.faults.map((fault) => reasonOf(place, tally, fault)), ...lacking];
}
