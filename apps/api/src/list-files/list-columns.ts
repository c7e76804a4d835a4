import { labelOf, type StateValue, stateWords } from '@mase/workflow';
import type { Schema } from '../description/schema.js';
import { sharedSchemas } from '../description/schemas.js';

/** A column of a list as a file: its heading, and the way to its value in a line. */
export interface ListColumn {
  heading: string;
  path: readonly string[];
}

/** What a line holds for programs alone. */
const forPrograms = ['etag', 'allowed', 'written', 'names', 'version'];

/** The schema behind a name, and of one that may be null the one that it otherwise is. */
function plain(schema: Schema): Schema {
  const { $ref, anyOf } = schema as { $ref?: string; anyOf?: Schema[] };
  if ($ref) return sharedSchemas[$ref.replace('#', '')] ?? {};
  const other = anyOf?.filter(({ type }) => type !== 'null');
  return other?.length === 1 ? plain(other[0] as Schema) : schema;
}

const propertiesOf = (schema: Schema): [string, Schema][] =>
  Object.entries((plain(schema).properties ?? {}) as { [name: string]: Schema });

const spaced = (name: string): string => name.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase();

/** The columns of lines of this shape: each field, and each field of an object in it, by words. */
function columnsOf(schema: Schema, path: readonly string[] = []): ListColumn[] {
  return propertiesOf(schema)
    .filter(([name]) => path.length > 0 || !forPrograms.includes(name))
    .flatMap(([name, field]) => {
      const here = [...path, name];
      const inner = path.length < 2 && name !== 'state' ? propertiesOf(field) : [];
      if (inner.length > 0) return columnsOf(field, here);
      return [{ heading: labelOf(here.map(spaced).join('-')), path: here }];
    });
}

/** The columns of the list that a named answer describes; none where it describes no list of objects. */
export function listColumns(name: string): ListColumn[] {
  const items = propertiesOf(sharedSchemas[name] ?? {}).find(([field]) => field === 'items')?.[1];
  return items ? columnsOf((plain(items).items ?? {}) as Schema) : [];
}

/** A value as the text of a cell: yes and no, lists with semicolons, objects field by field. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(cellText).filter(Boolean).join('; ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, one]) => [labelOf(spaced(name)), cellText(one)])
      .filter(([, text]) => text)
      .map(([name, text]) => `${name}: ${text}`)
      .join(', ');
  return String(value);
}

/** A line of a list as the cells of a row, by their headings. */
export function rowOf(columns: readonly ListColumn[], line: unknown): Record<string, string> {
  const at = (path: readonly string[]) =>
    path.reduce<unknown>(
      (value, name) => (value as Record<string, unknown> | null | undefined)?.[name],
      line,
    );
  return Object.fromEntries(
    columns.map(({ heading, path }) => {
      const value = at(path);
      return [heading, path.at(-1) === 'state' && value ? stateWords(value as StateValue) : cellText(value)];
    }),
  );
}
