import { Worker } from 'node:worker_threads';
import { DocumentRefusedError } from './document-refused-error.js';
import { PdfPieces } from './pdf-pieces.js';
import type { PdfAnswer, PdfQuestion } from './pdf-thread.js';

interface Waiting {
  resolve(pdf: Buffer): void;
  reject(error: Error): void;
}

const waiting = new Map<number, Waiting>();
let thread: { worker: Worker; pieces: PdfPieces } | undefined;
let asked = 0;

/**
 * A PDF of this Typst source that keeps PDF/UA-1, set in the package's fonts and, for what they lack, the machine's.
 * One thread makes one document at a time, so that the caller's event loop stays free and memory stays bounded.
 * Rejects with DocumentRefusedError, or with the thread's own error if it dies; the next call starts another.
 */
export function compilePdf(source: string): Promise<Buffer> {
  thread ??= startThread();
  const { worker, pieces } = thread;
  asked += 1;
  const question: PdfQuestion = { id: asked, ...pieces.sourcesOf(source) };
  return new Promise((resolve, reject) => {
    waiting.set(question.id, { resolve, reject });
    worker.ref();
    worker.postMessage(question);
  });
}

function startThread(): NonNullable<typeof thread> {
  // The thread's file stands beside this one, as TypeScript in src and as JavaScript in dist.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const started = new Worker(new URL(`./pdf-thread.${extension}`, import.meta.url));
  started.on('message', (answer: PdfAnswer) => settle(started, answer));
  started.on('error', (error) => end(started, error instanceof Error ? error : new Error(String(error))));
  started.on('exit', (code) => end(started, new Error(`The PDF thread ended with code ${code}`)));
  return { worker: started, pieces: new PdfPieces() };
}

function settle(running: Worker, answer: PdfAnswer): void {
  const caller = waiting.get(answer.id);
  waiting.delete(answer.id);
  // An idle thread must not keep the process alive.
  if (waiting.size === 0) running.unref();
  if ('pdf' in answer) caller?.resolve(Buffer.from(answer.pdf.buffer));
  else caller?.reject(new DocumentRefusedError(answer.refusal));
}

function end(ended: Worker, error: Error): void {
  if (thread?.worker !== ended) return;
  thread = undefined;
  for (const caller of waiting.values()) caller.reject(error);
  waiting.clear();
}
