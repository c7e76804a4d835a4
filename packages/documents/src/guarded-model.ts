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

/** The same model, read-only, whose every absent key throws a MissingVariableError naming the full path, such as `children[3].worker`. */
export function guardedModel<Model>(model: Model, template: string): Model {
  return guard(model, template, '') as Model;
}

// Comparing a context with a text makes JavaScript ask for these.
const CONVERSIONS = ['valueOf', 'toString'];

function guard(value: unknown, template: string, path: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, key) {
      const held = Reflect.get(target, key);
      if (typeof key === 'symbol' || CONVERSIONS.includes(key)) return held;
      const here = Array.isArray(target) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
      if (!Object.hasOwn(target, key) || held === undefined) throw new MissingVariableError(template, here);
      return guard(held, template, here);
    },
  });
}
