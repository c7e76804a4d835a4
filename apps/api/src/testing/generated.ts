/** A JSON schema as far as bodies use it. */
export interface BodySchema {
  $ref?: string;
  type?: string | readonly string[];
  enum?: readonly string[];
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  minItems?: number;
  items?: BodySchema;
  properties?: { [name: string]: BodySchema };
  required?: string[];
}

/** Numbers that look random and are the same for the same seed: from 0 up to 1. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const odd: readonly unknown[] = [
  null,
  '',
  '   ',
  -1,
  1.5,
  1e300,
  true,
  [],
  {},
  [[]],
  'x'.repeat(30_000),
  '\u0000',
  '😀'.repeat(500),
  '9999-99-99',
  { length: 3 },
];
const words = [
  'Made-up words',
  'Ünïcödé 😀',
  '<b>&"\'</b>',
  '=1+1',
  "'; drop table record; --",
  '../../etc/passwd',
  'a'.repeat(39),
  '{{x}}',
  '%s%n',
  '\u202etxt',
];
const days = [
  '2026-11-20',
  '2029-06-01',
  '1900-01-01',
  '2199-12-31',
  '2011-02-03',
  '2026-02-29',
  '2028-02-29',
];
const instants = [
  '2026-11-26T13:00:00Z',
  '2029-01-01T00:00:00+14:00',
  '1900-01-01T00:00:00Z',
  '2199-12-31T23:59:59.999Z',
];

/** Texts for the patterns that the description names: a number, a month, a time, a year, a page. */
const shapes = ['1', '2026-11', '10:00', '2026', '2025-26', 'child-cases/list'];

/** Makes bodies from the published schemas: most of the right shape, with ids that are there; some with an odd value. */
export class BodyGenerator {
  constructor(
    private readonly schemas: { [name: string]: BodySchema },
    private readonly next: () => number,
    private readonly ids: readonly string[],
    private readonly oddShare: number,
  ) {}

  /** One of a list, by chance. */
  of<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  /** A value for a schema. */
  value(schema: BodySchema): unknown {
    if (this.next() < this.oddShare) return this.of(odd);
    if (schema.$ref) return this.value(this.schemas[schema.$ref.split('/').at(-1) as string] as BodySchema);
    if (schema.enum) return this.of(schema.enum);
    const { type } = schema;
    switch (typeof type === 'object' ? this.of(type) : type) {
      case 'object':
        return this.object(schema);
      case 'array': {
        const least = schema.minItems ?? 0;
        return Array.from({ length: least + Math.floor(this.next() * 3) }, () =>
          this.value(schema.items ?? {}),
        );
      }
      case 'integer':
      case 'number':
        return (
          (schema.minimum ?? 0) +
          Math.floor(this.next() * ((schema.maximum ?? 9) - (schema.minimum ?? 0) + 1))
        );
      case 'boolean':
        return this.next() < 0.5;
      case 'null':
        return null;
      default:
        return this.text(schema);
    }
  }

  private object(schema: BodySchema): object {
    const entries = Object.entries(schema.properties ?? {}).filter(
      ([name]) => schema.required?.includes(name) || (name !== 'happened' && this.next() < 0.6),
    );
    return Object.fromEntries(entries.map(([name, inner]) => [name, this.value(inner)]));
  }

  private text(schema: BodySchema): string {
    if (schema.format === 'uuid' || schema.pattern?.startsWith('^[0-9a-f]')) return this.of(this.ids);
    if (schema.format === 'date') return this.of(days);
    if (schema.format === 'date-time') return this.of(instants);
    if (schema.format === 'email') return `p${Math.floor(this.next() * 1e6)}@example.org`;
    const shape = schema.pattern && new RegExp(schema.pattern);
    const shaped = shape ? shapes.filter((one) => shape.test(one)) : [];
    if (shaped.length > 0 && shaped.length < shapes.length) return this.of(shaped);
    const text = this.next() < 0.1 ? `a${'😀'.repeat(schema.maxLength ?? 100)}` : this.of(words);
    return [...text].slice(0, schema.maxLength ?? 100).join('');
  }
}
