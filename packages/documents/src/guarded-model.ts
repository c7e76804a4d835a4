/** A template asked the model for something that it does not hold; the message names the template and the path. */
export class MissingVariableError extends Error {
  readonly code = 'MISSING_VARIABLE';

  constructor(
    readonly template: string,
    readonly path: string,
    detail = 'is not in the model',
  ) {
    super(`${template}: ${path} ${detail}`);
    this.name = 'MissingVariableError';
  }
}

/** A template asked for more than any document needs: it would not come to an end. */
export class TemplateTooLongError extends Error {
  readonly code = 'TEMPLATE_TOO_LONG';

  constructor(template: string, most: number) {
    super(`${template}: asks the model for more than ${most} values; look for a loop inside a loop`);
    this.name = 'TemplateTooLongError';
  }
}

/**
 * The same model, read-only, whose every absent key throws a MissingVariableError naming the full path, such as
 * `children[3].worker`; after `most` looks into it, any further throws a TemplateTooLongError.
 */
export function guardedModel<Model>(model: Model, template: string, most = Number.POSITIVE_INFINITY): Model {
  let looks = 0;
  const count = () => {
    looks += 1;
    if (looks > most) throw new TemplateTooLongError(template, most);
  };
  return guard(model, '', { template, count }) as Model;
}

interface Guarding {
  template: string;
  count(): void;
}

// Comparing a context with a text makes JavaScript ask for these.
const CONVERSIONS = ['valueOf', 'toString'];

function guard(value: unknown, path: string, guarding: Guarding): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, key) {
      guarding.count();
      const held = Reflect.get(target, key);
      if (typeof key === 'symbol' || CONVERSIONS.includes(key)) return held;
      const here = Array.isArray(target) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
      if (!Object.hasOwn(target, key) || held === undefined)
        throw new MissingVariableError(guarding.template, here);
      return guard(held, here, guarding);
    },
  });
}
