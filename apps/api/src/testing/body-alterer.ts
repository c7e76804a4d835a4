import type { Chance } from '@mase/workflow/testing';
import { type BodyGenerator, type BodySchema, days, instants, odd } from './generated.js';

type Holder = { [key: string]: unknown };

/** Alters bodies that are valid: keeps what they mean and writes their texts anew, or puts one thing wrong. */
export class BodyAlterer {
  constructor(
    private readonly schemas: { [name: string]: BodySchema },
    private readonly values: BodyGenerator,
    private readonly chance: Chance,
    private readonly ids: readonly string[],
  ) {}

  /** The same body with some of the texts that anybody may write as he or she likes in other words and signs. */
  reworded(schema: BodySchema, value: unknown): unknown {
    const { $ref, items, properties } = schema;
    if ($ref) return this.reworded(this.schemas[$ref.split('/').at(-1) as string] as BodySchema, value);
    if (Array.isArray(value)) return items ? value.map((one) => this.reworded(items, one)) : value;
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => {
          const known = properties?.[name];
          return [name, known ? this.reworded(known, inner) : inner];
        }),
      );
    const isFree = !schema.enum && !schema.format && (schema.pattern ?? '\\S') === '\\S';
    return typeof value === 'string' && isFree && this.chance.happens(0.3)
      ? this.values.value({ ...schema, type: 'string' })
      : value;
  }

  /** The same body with one thing wrong: left out, of another type, too long, of another record, of another day. */
  spoiled(body: object): object {
    const copy = plain(body);
    const places = placesOf(copy);
    if (places.length === 0 || this.chance.happens(0.08))
      return { ...copy, [this.chance.of(['nonsense', 'happened'])]: this.chance.of([...odd, ...instants]) };
    const { holder, key } = this.chance.of(places);
    if (this.chance.happens(0.15)) delete holder[key];
    else holder[key] = this.chance.happens(0.4) ? this.chance.of(odd) : this.wrong(holder[key]);
    return copy;
  }

  private wrong(value: unknown): unknown {
    if (Array.isArray(value)) return Array.from({ length: 300 }, () => value[0] ?? null);
    if (typeof value === 'number') return this.chance.of([-value, value + 0.5, 1e21, `${value}`]);
    if (typeof value !== 'string') return this.chance.of([`${value}`, [value], null]);
    if (/^[0-9a-f]{8}-/.test(value)) return this.chance.of([...this.ids, value.toUpperCase(), `${value} `]);
    if (/^\d{4}-\d\d-\d\d/.test(value)) return this.chance.of([...days, value.slice(0, 7), `${value}+25:00`]);
    return this.chance.of([`${value}\u0000`, `${value}\ud800`, value.repeat(9000), ` ${value}`, [value]]);
  }
}

/** A body as it is sent: without what is not said in it. */
export const plain = (body: object): Holder => JSON.parse(JSON.stringify(body));

/** Every place of a body that holds something. */
function placesOf(value: unknown): { holder: Holder; key: string }[] {
  if (value === null || typeof value !== 'object') return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesOf(holder[key])]);
}
