import { demonstrationPeople } from '../demonstration/people.js';
import type { BodyGenerator, BodySchema } from './generated.js';
import { formFor, formType } from './generated-forms.js';

/** An operation as the description of the api gives it. */
export interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean; schema: BodySchema }[];
  requestBody?: { content: { [type: string]: { schema: BodySchema } } };
}

/** A route of the description, like `GET /api/v1/children/{id}`. */
export interface Route {
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  operation: Operation;
}

/** A request as it is sent; `record` is the id in its address, where there is one. */
export interface GeneratedRequest {
  url: string;
  body?: object | string;
  headers: Record<string, string>;
  record?: string;
}

/** Every route of a description. */
export function routesOf(description: { paths: { [path: string]: { [method: string]: object } } }): Route[] {
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase() as Route['method'],
      path,
      operation: operation as Operation,
    })),
  );
}

/** Those whose access, roles and sessions are changed by chance; all others ask. */
export const bystanders: readonly string[] = ['worker-two', 'manager-two', 'observer', 'substitute'];

/** Everybody who asks. */
export const askers: readonly string[] = demonstrationPeople
  .map(({ key }) => key)
  .filter((key) => !bystanders.includes(key));

/** How often a question that may be left out of an address is asked in it. */
const askedShare = 0.2;

/** Makes requests for routes of the description: addresses, questions, bodies and files. */
export class RequestGenerator {
  constructor(
    readonly values: BodyGenerator,
    private readonly next: () => number,
    /** Ids of records by the topic of their address, and of all of them. */
    private readonly known: { [topic: string]: readonly string[] },
    private readonly all: readonly string[],
  ) {}

  /**
   * One request; `questions` are those of its address where they are known, without a question mark, `id` the record that it
   * is of.
   */
  of(
    route: Route,
    { questions, id }: { questions?: string | undefined; id?: string } = {},
  ): GeneratedRequest {
    const named = id ?? this.idFor(route.path.split('/')[3] as string);
    const record = route.path.includes('{id}') ? named : undefined;
    const names = (route.operation.parameters ?? []).filter((one) => one.in === 'path');
    const path = names.reduce(
      (url, { name, schema }) =>
        url.replace(`{${name}}`, inAddress(name === 'id' ? record : this.inPath(name, schema))),
      route.path,
    );
    const query = questions ?? this.query(route);
    const url = query ? `${path}?${query}` : path;
    const schema = route.operation.requestBody?.content['application/json']?.schema;
    const about = record === undefined ? {} : { record };
    if (schema) return { url, body: this.values.value(schema) as object, headers: { ...jsonType }, ...about };
    if (/\/imports\/|\/match-lists$/.test(route.name) && route.method === 'POST')
      return { url, body: formFor(route.path, this.values), headers: { ...formType } };
    return { url, headers: {}, ...about };
  }

  private idFor(topic: string): string {
    return this.values.of(this.known[topic] ?? this.all);
  }

  private inPath(name: string, schema: BodySchema): string {
    if (name === 'form') return this.values.of(['child-cases.record-referral', 'child-cases.assess-risk']);
    const { identities = [] } = this.known;
    if (name === 'identity' && identities.length > 0) return this.values.of(identities);
    if (name === 'record') return this.values.of(['new', 'new', this.values.of(this.all)]);
    if (name === 'name') return this.values.of(['england', 'england-categories', 'Made-up words']);
    return String(this.values.value(schema));
  }

  private query({ operation }: Route): string {
    const asked = (operation.parameters ?? []).filter(
      (one) => one.in === 'query' && (one.required || this.next() < askedShare),
    );
    return asked
      .flatMap(({ name, schema }) =>
        [this.values.value(schema)].flat().map((value) => `${name}=${inAddress(value)}`),
      )
      .join('&');
  }
}

const jsonType = { 'content-type': 'application/json' };

/** The text of a value in an address, which holds no half of a sign. */
function inAddress(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return encodeURIComponent(text.replaceAll('\ud800', ''));
}
