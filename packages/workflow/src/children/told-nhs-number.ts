import type { ChildDescription } from '../child-cases/payloads.js';
import { checkNhsNumber } from '../identifiers/nhs-number.js';
import type { Fault } from '../model.js';

type Told = Pick<ChildDescription, 'nhsNumber'> | undefined;

const checked = (child: Told) => (child?.nhsNumber ? checkNhsNumber(child.nhsNumber.trim()) : null);

/** The NHS number that was told of a child, as its ten digits; nothing where none was. */
export function toldNhsNumber(child: Told): { nhsNumber?: string } {
  const check = checked(child);
  return check?.valid ? { nhsNumber: check.digits } : {};
}

/** An NHS number that does not check, under the pointer of the child. */
export function nhsNumberFaults(child: Told, pointer = '/child'): Fault[] {
  const check = checked(child);
  return !check || check.valid
    ? []
    : [{ pointer: `${pointer}/nhsNumber`, code: 'unreadable', detail: check.reason }];
}
