import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import type { Fault } from '@mase/workflow';

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

/** Reads plain JSON into a body class; throws a `BodyError` with all faults at once. */
export function readBody<T extends object>(shape: ClassConstructor<T>, plain: unknown): T {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain))
    throw new BodyError([{ pointer: '', code: 'object', detail: 'Send a JSON object.' }]);
  const unsafe = unsafeText(plain, '');
  if (unsafe.length > 0) throw new BodyError(unsafe);
  const body = plainToInstance(shape, plain, { exposeUnsetFields: false });
  const faults = validateSync(body, options).flatMap((error) => faultsOf(error, ''));
  if (faults.length > 0) throw new BodyError(faults);
  return body;
}

function faultsOf(error: ValidationError, above: string): Fault[] {
  const pointer = `${above}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([code, detail]) => ({
    pointer,
    code,
    detail: code === 'whitelistValidation' ? 'This field is not known here.' : detail,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}

const surrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Text that no database or document can hold: U+0000 and lone surrogates, wherever they stand. */
function unsafeText(value: unknown, pointer: string, depth = 0): Fault[] {
  if (typeof value === 'string')
    return value.includes('\u0000') || surrogate.test(value)
      ? [{ pointer, code: 'text', detail: 'The text holds a character that cannot be kept (U+0000 or half of a pair).' }]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  if (depth > 12) return [{ pointer, code: 'depth', detail: 'The value is nested too deeply.' }];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...unsafeText(key, pointer, depth + 1),
    ...unsafeText(inner, `${pointer}/${key}`, depth + 1),
  ]);
}
