import { demonstrationPeople } from '../demonstration/people.js';
import type { BodyGenerator, BodySchema } from './generated.js';

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
const boundary = 'made-up-boundary';

/** Makes requests for routes of the description: addresses, questions, bodies and files. */
export class RequestGenerator {
  constructor(
    readonly values: BodyGenerator,
    private readonly next: () => number,
    /** Ids of records by the topic of their address, and of all of them. */
    private readonly known: { [topic: string]: readonly string[] },
    private readonly all: readonly string[],
  ) {}

  /** One request; `questions` are those of its address where they are known, without a question mark. */
  of(route: Route, questions?: string): GeneratedRequest {
    const record = route.path.includes('{id}') ? this.idFor(route.path.split('/')[3] as string) : undefined;
    const names = (route.operation.parameters ?? []).filter((one) => one.in === 'path');
    const path = names.reduce(
      (url, { name, schema }) =>
        url.replace(
          `{${name}}`,
          encodeURIComponent(name === 'id' ? String(record) : this.inPath(name, schema)),
        ),
      route.path,
    );
    const query = questions ?? this.query(route);
    const url = query ? `${path}?${query}` : path;
    const schema = route.operation.requestBody?.content['application/json']?.schema;
    const about = record === undefined ? {} : { record };
    if (schema) return { url, body: this.values.value(schema) as object, headers: jsonType, ...about };
    if (/\/imports\/|\/match-lists$/.test(route.name) && route.method === 'POST')
      return {
        url,
        body: this.form(),
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      };
    return { url, headers: {}, ...about };
  }

  private idFor(topic: string): string {
    return this.values.of(this.known[topic] ?? this.all);
  }

  private inPath(name: string, schema: BodySchema): string {
    if (name === 'form') return this.values.of(['child-cases.record-referral', 'child-cases.assess-risk']);
    if (name === 'record') return this.values.of(['new', ...this.all]);
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

  /** A form with every part that any of the imports takes, of which each finds its own or what it does not know. */
  private form(): string {
    const text = (maxLength: number) => String(this.values.value({ type: 'string', maxLength }));
    const files = ['file', 'episodes', 'missing'].filter(() => this.next() < 0.5);
    const fields = ['from', 'powers', 'purpose', 'asAt', 'preview'].filter(() => this.next() < 0.5);
    const lines = () => Array.from({ length: 4 }, () => `${text(30)},${text(30)}`).join('\r\n');
    return [
      ...fields.map(
        (name) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text(90)}`,
      ),
      ...files.map(
        (name) =>
          `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="a.csv"\r\n` +
          `content-type: text/csv\r\n\r\n${lines()}`,
      ),
      `--${boundary}--\r\n`,
    ].join('\r\n');
  }
}

const jsonType = { 'content-type': 'application/json' };

/** The text of a value in an address. */
function inAddress(value: unknown): string {
  return encodeURIComponent(typeof value === 'object' ? JSON.stringify(value) : String(value));
}
