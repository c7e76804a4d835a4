import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from '@mase/store/testing';
import type { ApiProcess } from './api-process.js';

const program = fileURLToPath(new URL('../../../api/dist/testing/host.js', import.meta.url));

interface Host {
  process: ChildProcessWithoutNullStreams;
  lines: Interface;
  /** What the host is asked waits for what it was asked before. */
  last: Promise<unknown>;
}

let running: Host | undefined;

function host(): Host {
  if (running) return running;
  const child = spawn(process.execPath, [program], { stdio: 'pipe' });
  child.stderr.pipe(process.stderr);
  // The host does not keep the tests from ending, and ends with them.
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr])
    (stream as { unref?: () => void }).unref?.();
  child.once('exit', () => {
    running = undefined;
  });
  running = { process: child, lines: createInterface({ input: child.stdout }), last: Promise.resolve() };
  return running;
}

function ask<Answer>(asked: object): Promise<Answer> {
  const one = host();
  const answered = one.last.then(
    () =>
      new Promise<Answer>((done, failed) => {
        const ended = () => failed(new Error('the host of the api ended'));
        one.process.once('exit', ended);
        one.lines.once('line', (line) => {
          one.process.off('exit', ended);
          done(JSON.parse(line) as Answer);
        });
        one.process.stdin.write(`${JSON.stringify(asked)}\n`);
      }),
  );
  one.last = answered.catch(() => undefined);
  return answered;
}

/** An api of which a test sets the clock. */
export interface HostedApi extends ApiProcess {
  /** Sets its clock so many milliseconds behind that of this machine. */
  setBehind: (behind: number) => Promise<void>;
}

/**
 * The built api over a database, which goes with it, in a process that the tests of one worker have in common; its clock
 * stands `behind` milliseconds behind that of this machine.
 */
export async function hostedApi(database: TestDatabase, behind = 0): Promise<HostedApi> {
  const { url } = await ask<{ url: string }>({ connections: database.connections, behind });
  const close = async (): Promise<void> => {
    await ask({ close: url });
    await database.drop();
  };
  const setBehind = async (later: number): Promise<void> => {
    await ask({ url, behind: later });
  };
  return { url, close, setBehind };
}

/** What one of the twelve reader profiles may see of the guarded world. */
export interface GuardedReader {
  who: string;
  key: string;
  session: string;
  name: string;
  roles: readonly string[];
  /** The canaries that he or she may see; every other one is a leak. */
  allowed: string[];
  /** Ids of records of which he or she may not even know that they are there. */
  closed: string[];
}

/** The built api over the world of canaries, in the same process. */
export interface GuardedApi {
  url: string;
  readers: GuardedReader[];
  /** Every canary that stands anywhere in its two partnerships. */
  canaries: string[];
  records: { topic: string; id: string }[];
  /** Ends it and drops its database; gives what it logged, and the tables of outgoing work in which a canary stands. */
  close: () => Promise<{ logged: string[]; told: string[] }>;
}

/** Serves the world of canaries, which is made once in a run. */
export async function guardedApi(testServer: string): Promise<GuardedApi> {
  const one = await ask<Omit<GuardedApi, 'close'>>({ guarded: testServer });
  return { ...one, close: () => ask({ close: one.url }) };
}
