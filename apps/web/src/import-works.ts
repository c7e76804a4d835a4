import { randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { FastifyInstance } from 'fastify';
import type { ApiClient } from './api-client.js';
import type { Uploads } from './uploads.js';

/** Rows of one stage of an import, as the api counts them. */
export interface StageCounts {
  stage: string;
  read: number;
  taken: number;
  known: number;
  refused: number;
  warnings: number;
}

/** One reason about one row. */
export interface RowReason {
  outcome: 'refused' | 'warning';
  stage: string;
  file: string;
  line: number;
  field: string;
  value: string;
  reason: string;
}

/** An import that somebody began from a page: how far it is, and what came of it. Held in memory for an hour, and on no disk. */
export interface ImportWork {
  id: string;
  kind: string;
  preview: boolean;
  asAt: string | undefined;
  began: string;
  stages: StageCounts[];
  /** The first few hundred reasons; the others are counted. */
  rows: RowReason[];
  reasons: number;
  proposals: number;
  /** Why it ended before its end, in words. */
  problem: string | null;
  ended: boolean;
  done: Promise<void>;
}

type Line =
  | ({ type: 'progress' } & StageCounts)
  | ({ type: 'row' } & RowReason)
  | { type: 'proposal' }
  | { type: 'summary'; stages: { [stage: string]: Omit<StageCounts, 'stage'> } }
  | { type: 'problem'; title: string; detail: string; file?: string; line?: number };

interface Kept extends ImportWork {
  session: string;
  uploads: Uploads;
}

/** What is imported, from which files, and whether only to say what would happen. */
export interface ImportAsked {
  kind: string;
  uploads: Uploads;
  preview: boolean;
  asAt: string | undefined;
}

const keptMs = 3_600_000;
const mostReasons = 300;
const mostWorks = 200;

/** The imports that are at work or have ended lately, each for the session that began it alone. */
export class ImportWorks {
  private readonly works = new Map<string, Kept>();

  /** Begins an import and answers at once; it goes on when nobody looks. Its files go when it has taken them. */
  start(api: ApiClient, session: string, { kind, uploads, preview, asAt }: ImportAsked): ImportWork {
    this.forgetOld();
    const id = randomBytes(12).toString('hex');
    const taken = { ...uploads };
    uploads.folder = null;
    const work: Kept = {
      ...{ id, kind, preview, asAt, session, uploads: taken, began: new Date().toISOString() },
      ...{ stages: [], rows: [], reasons: 0, proposals: 0, problem: null, ended: false },
      done: Promise.resolve(),
    };
    this.works.set(id, work);
    work.done = run(api, work).finally(async () => {
      work.ended = true;
      if (!preview || work.problem) await forgetFiles(work);
    });
    return work;
  }

  /** An import by its id, for the session that began it; undefined for everybody else, and after an hour. */
  find(session: string, id: string): ImportWork | undefined {
    const work = this.works.get(id);
    return work?.session === session ? work : undefined;
  }

  /** The imports of a session, the latest first. */
  of(session: string): ImportWork[] {
    return [...this.works.values()].filter((one) => one.session === session).reverse();
  }

  /** Takes what a preview showed: the same files, for good. Undefined where they are gone. */
  take(api: ApiClient, session: string, id: string): ImportWork | undefined {
    const work = this.works.get(id);
    if (work?.session !== session || !work.preview || !work.uploads.folder) return undefined;
    return this.start(api, session, { ...work, preview: false });
  }

  /** Forgets everything, files among it. */
  async close(): Promise<void> {
    for (const work of this.works.values()) await forgetFiles(work);
    this.works.clear();
  }

  private forgetOld(): void {
    const limit = new Date(Date.now() - keptMs).toISOString();
    const ended = [...this.works.values()].filter((one) => one.ended);
    for (const work of ended) {
      if (work.began >= limit && this.works.size < mostWorks) continue;
      this.works.delete(work.id);
      forgetFiles(work).catch(() => undefined);
    }
  }
}

async function forgetFiles({ uploads }: Kept): Promise<void> {
  const { folder } = uploads;
  uploads.folder = null;
  if (folder) await rm(folder, { recursive: true, force: true });
}

async function run(api: ApiClient, work: Kept): Promise<void> {
  try {
    const form = new FormData();
    if (work.asAt) form.append('asAt', work.asAt);
    form.append('preview', String(work.preview));
    for (const [part, { path, name }] of Object.entries(work.uploads.files))
      form.append(part, await openAsBlob(path), name);
    const answer = await api.sendFiles(`/api/v1/imports/${encodeURIComponent(work.kind)}`, form);
    if (!answer.ok) {
      work.problem = answer.problem.detail ?? answer.problem.title;
      return;
    }
    let last = '';
    for await (const text of createInterface({ input: answer.body.body })) {
      const line = JSON.parse(text) as Line;
      last = line.type;
      take(work, line);
    }
    if (last !== 'summary' && last !== 'problem') work.problem = brokeOff;
  } catch {
    work.problem = brokeOff;
  }
}

const brokeOff =
  'The answer broke off. What was taken stays: give the same file again and it goes on where it stopped.';

function take(work: Kept, line: Line): void {
  if (line.type === 'progress') {
    const { type: _, ...counts } = line;
    work.stages = [...work.stages.filter(({ stage }) => stage !== line.stage), counts];
  } else if (line.type === 'row') {
    work.reasons += 1;
    if (work.rows.length < mostReasons) work.rows.push(line);
  } else if (line.type === 'proposal') work.proposals += 1;
  else if (line.type === 'summary')
    work.stages = Object.entries(line.stages).map(([stage, counts]) => ({ stage, ...counts }));
  else {
    const place = [line.file, line.line ? `line ${line.line}` : ''].filter(Boolean).join(', ');
    work.problem = `${line.title}${place ? ` (${place})` : ''}: ${line.detail}`;
  }
}

declare module 'fastify' {
  interface FastifyInstance {
    imports: ImportWorks;
  }
}

/** Keeps imports for as long as the site stands; their files go with it. */
export function keepImports(app: FastifyInstance): void {
  const works = new ImportWorks();
  app.decorate('imports', works);
  app.addHook('onClose', () => works.close());
}
