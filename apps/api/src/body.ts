import type { Fault } from '@mase/workflow';
import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';

/** A request whose shape has faults: every one of them, with its pointer. */
export class BodyError extends Error {
  constructor(readonly faults: Fault[]) {
    super('The request has faults');
    this.name = 'BodyError';
  }
}

const options = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  validationError: { target: false, value: false },
} as const;

/** More faults than anybody reads are not told. */
const mostFaults = 100;

/** Reads plain JSON into a body class; throws a `BodyError` with all faults at once. */
export function readBody<T extends object>(shape: ClassConstructor<T>, plain: unknown): T {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain))
    throw new BodyError([{ pointer: '', code: 'object', detail: 'Send a JSON object.' }]);
  const unsafe = unsafeText(plain, '');
  if (unsafe.length > 0) throw new BodyError(unsafe);
  const body = plainToInstance(shape, plain, { exposeUnsetFields: false });
  const faults = validateSync(body, options).flatMap((error) => faultsOf(error, ''));
  if (faults.length > 0) throw new BodyError(faults.slice(0, mostFaults));
  return body;
}

const step = (key: string) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
const unknownField = 'This field is not known here.';

/** One fault a field, the first of its rules; those of its parts after it. */
function faultsOf(error: ValidationError, above: string): Fault[] {
  const pointer = `${above}${step(error.property)}`;
  const own = Object.entries(error.constraints ?? {})
    .slice(0, 1)
    .map(([code, detail]) => ({
      pointer,
      code,
      detail: code === 'whitelistValidation' ? unknownField : detail,
    }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}

const surrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Text that no database or document can hold: U+0000 and lone surrogates, wherever they stand. */
function unsafeText(value: unknown, pointer: string, depth = 0): Fault[] {
  if (typeof value === 'string')
    return value.includes('\u0000') || surrogate.test(value)
      ? [
          {
            pointer,
            code: 'text',
            detail: 'The text holds a character that cannot be kept (U+0000 or half of a pair).',
          },
        ]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  if (depth > 12) return [{ pointer, code: 'depth', detail: 'The value is nested too deeply.' }];
  const faults: Fault[] = [];
  for (const [key, inner] of Object.entries(value)) {
    const place = `${pointer}${step(key)}`;
    // A name that every object has would pass as known: it never is one of ours.
    if (key in Object.prototype)
      faults.push({ pointer: place, code: 'whitelistValidation', detail: unknownField });
    faults.push(...unsafeText(key, pointer, depth + 1), ...unsafeText(inner, place, depth + 1));
    if (faults.length >= mostFaults) break;
  }
  return faults.slice(0, mostFaults);
}
