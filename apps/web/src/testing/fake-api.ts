import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the stand-in api was asked, as it came over the wire. */
export interface Asked {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: unknown;
}

/** An answer of the stand-in api; nothing means 404. */
export interface Said {
  status: number;
  body?: unknown;
  etag?: string;
  /** Holds the answer back. */
  afterMs?: number;
}

/** A stand-in for the api on a real loopback port, for tests of what the site does with its answers. */
export interface FakeApi {
  url: string;
  asked: Asked[];
  /** Answers requests from now on. */
  answer: (how: (asked: Asked) => Said | undefined) => void;
  close: () => Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? undefined : JSON.parse(text);
}

function say(response: ServerResponse, { status, body, etag }: Said): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': type, ...(etag ? { etag } : {}) });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

/** Starts a stand-in api on a free port of this machine. */
export async function fakeApi(): Promise<FakeApi> {
  const asked: Asked[] = [];
  let how: (asked: Asked) => Said | undefined = () => undefined;
  const server = createServer(async (request, response) => {
    const one = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: await bodyOf(request),
    };
    asked.push(one);
    const said = how(one) ?? { status: 404, body: { title: 'Not found', status: 404 } };
    setTimeout(() => say(response, said), said.afterMs ?? 0);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer: (next) => {
      how = next;
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
