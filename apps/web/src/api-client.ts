import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';

/** One fault of a request, as the api's problem documents list them. */
export interface FieldFault {
  pointer: string;
  code: string;
  detail: string;
}

/** Something a command still needs, in the api's own words, and who can supply it. */
export interface Missing {
  words: string;
  who?: string;
}

/** An RFC 9457 problem document, with what this api adds to it. */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  code?: string;
  errors?: FieldFault[];
  missing?: Missing[];
  allowed?: { command: string; choice?: string; available: boolean; missing: Missing[] }[];
  [other: string]: unknown;
}

/** What the api said: a body and its version, or a refusal as data. */
export type ApiAnswer<T> =
  | { ok: true; status: number; body: T; etag: string | null }
  | { ok: false; status: number; problem: Problem };

/** The refusing half of an answer. */
export type Refusal = Extract<ApiAnswer<unknown>, { ok: false }>;

/** What a command carries beside its body: the key that makes repeating harmless, the version it was decided upon. */
export interface Sent {
  key?: string;
  version?: string;
}

/** A file that the api sends, not read yet. */
export interface ApiFile {
  status: number;
  headers: Headers;
  body: Readable;
}

/** How long a file may take to come, and which part of it is asked for. */
export interface FileWays {
  timeoutMs?: number;
  headers?: { range?: string; 'if-range'?: string };
}

/** The api gave no answer in time, or could not be reached. Whether a command was taken is not known. */
export class ApiUnavailableError extends Error {
  readonly code = 'API_UNAVAILABLE';
}

type Query = Record<string, string | number | undefined>;

/** Fills a path with values that are each encoded: path`/api/v1/child-cases/${id}`. */
export function path(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  return parts.reduce((whole, part, index) => whole + encodeURIComponent(String(values[index - 1])) + part);
}

/** Speaks HTTP to the api on behalf of one session, or of nobody. The only code that does. */
export class ApiClient {
  /** What was answered to this client, in order: what a page shows of it was written by somebody, and is no text of the site. */
  readonly answered: unknown[] = [];

  constructor(
    private readonly apiUrl: string,
    private readonly session?: string,
    private readonly timeoutMs = 10_000,
    private readonly address?: string,
  ) {}

  /** The same client for the holder of a session's token, at an address of the network that the api counts tries by. */
  as(session: string | undefined, address = this.address): ApiClient {
    return new ApiClient(this.apiUrl, session, this.timeoutMs, address);
  }

  /** Reads. Throws ApiUnavailableError when there is no answer; every other outcome is data, as for the next three. */
  get<T>(to: string, query: Query = {}): Promise<ApiAnswer<T>> {
    return this.ask<T>('GET', addressed(to, query));
  }

  /** Whether the api can take work. Throws ApiUnavailableError where it cannot. */
  async ready(): Promise<void> {
    const answer = await this.get('/ready');
    if (!answer.ok) throw new ApiUnavailableError('The api is not ready');
  }

  /** Asks for a file, which may take a minute to be made and come, or as long as said; it is passed on unread. */
  file(
    to: string,
    query: Query = {},
    { timeoutMs = 60_000, headers = {} }: FileWays = {},
  ): Promise<ApiAnswer<ApiFile>> {
    return this.reach(
      'GET',
      addressed(to, query),
      { accept: '*/*', ...headers },
      undefined,
      timeoutMs,
      fileOf,
    );
  }

  /** Sends a command or creates something. */
  post<T>(to: string, body: unknown, sent: Sent = {}): Promise<ApiAnswer<T>> {
    return this.ask<T>('POST', to, body, sent);
  }

  /** Sends files as a form, and gives what the api answers while it reads them; within an hour. */
  sendFiles(to: string, form: FormData): Promise<ApiAnswer<ApiFile>> {
    return this.reach('POST', to, { accept: '*/*' }, form, 3_600_000, fileOf);
  }

  /** Puts a whole value in its place. */
  put<T>(to: string, body: unknown, sent: Sent = {}): Promise<ApiAnswer<T>> {
    return this.ask<T>('PUT', to, body, sent);
  }

  /** Removes what is at a place. */
  delete<T>(to: string): Promise<ApiAnswer<T>> {
    return this.ask<T>('DELETE', to);
  }

  private ask<T>(method: string, to: string, body?: unknown, sent: Sent = {}): Promise<ApiAnswer<T>> {
    const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
    if (sent.key) headers['idempotency-key'] = sent.key;
    if (sent.version) headers['if-match'] = sent.version;
    if (body !== undefined) headers['content-type'] = 'application/json';
    return this.reach(method, to, headers, body, this.timeoutMs, async (response) => {
      const said = answer<T>(response.status, await response.text(), response.headers.get('etag'));
      if (this.session) this.answered.push(said.ok ? said.body : said.problem);
      return said;
    });
  }

  private async reach<T>(
    method: string,
    to: string,
    headers: Record<string, string>,
    body: unknown,
    timeoutMs: number,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    if (this.session) headers.authorization = `Bearer ${this.session}`;
    if (this.address) headers['x-forwarded-for'] = this.address;
    try {
      const response = await fetch(new URL(to, this.apiUrl), {
        method,
        headers,
        body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      });
      return await read(response);
    } catch (cause) {
      const late = cause instanceof Error && cause.name === 'TimeoutError';
      const why = late ? `gave no answer within ${timeoutMs / 1000} seconds` : 'could not be reached';
      throw new ApiUnavailableError(`The api ${why}`, { cause });
    }
  }
}

/** What the api sends, not read yet; a refusal is read whole. */
async function fileOf(response: Response): Promise<ApiAnswer<ApiFile>> {
  const { status, headers, body } = response;
  if (status >= 400 || !body) return answer<never>(status, await response.text(), null);
  return {
    ok: true,
    status,
    body: { status, headers, body: Readable.fromWeb(body as WebStream) },
    etag: null,
  };
}

function addressed(to: string, query: Query): string {
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(
    asked.map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return search ? `${to}${to.includes('?') ? '&' : '?'}${search}` : to;
}

function answer<T>(status: number, text: string, etag: string | null): ApiAnswer<T> {
  const body = parsed(text);
  if (status < 400) return { ok: true, status, body: body as T, etag };
  const said = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {};
  return {
    ok: false,
    status,
    problem: { ...said, title: said.title ?? `The api answered ${status}`, status },
  };
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
