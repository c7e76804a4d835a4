import type { DueGiven, SealerLook } from '@mase/store';
import { Counter, Gauge, Registry } from 'prom-client';
import type { SentLetters } from './mail/send-letters.js';

/** What is counted of the worker: how much, how late and what stands still; never of whom. */
export interface WorkerMetrics {
  registry: Registry;
  /** Messages that were sent in one go. */
  sent(count: number): void;
  /** What came of a go at the clocks that are due. */
  gave(due: DueGiven): void;
  /** What came of letters that were tried, and how many wait or are dead. */
  mailed(sent: SentLetters, left: { waiting: number; dead: number }): void;
  /** How many open cases are silent: nobody would be told of them or find them. */
  silent(count: number): void;
  /** A go that failed: what waits stays in the outbox. */
  failed(): void;
  /** What the sealer saw and did, and how old the oldest entry was that it sealed, in milliseconds. */
  looked(look: SealerLook, window: number): void;
}

/** Makes the worker's counts in a registry of their own. */
export function workerMetrics(): WorkerMetrics {
  const registry = new Registry();
  const registers = [registry];
  const sent = new Counter({
    name: 'mase_messages_sent_total',
    help: 'Messages taken from the outbox and sent',
    registers,
  });
  const failures = new Counter({
    name: 'mase_outgoing_failures_total',
    help: 'Goes at the outbox that failed and are tried again',
    registers,
  });
  const due = new Counter({
    name: 'mase_due_clocks_total',
    help: 'Commands of due clocks, by outcome: given, refused by the rules, or failed and tried again',
    labelNames: ['outcome'],
    registers,
  });
  const letters = new Counter({
    name: 'mase_letters_total',
    help: 'Letters by e-mail that were tried, by outcome: accepted, not needed any more, refused for good, or failed and tried again',
    labelNames: ['outcome'],
    registers,
  });
  const lettersLeft = new Gauge({
    name: 'mase_letters_left',
    help: 'Letters by e-mail that wait, and those given up by the worker that an administrator settles',
    labelNames: ['state'],
    registers,
  });
  const silent = new Gauge({
    name: 'mase_silent_cases',
    help: 'Open cases without an owner, a next step with a date, or a place in a list that somebody has',
    registers,
  });
  const sealed = new Counter({
    name: 'mase_entries_sealed_total',
    help: 'Entries of history and audit sealed into the ledger',
    registers,
  });
  const unsealed = new Gauge({
    name: 'mase_unsealed_window_seconds',
    help: 'Age of the oldest entry when it was sealed, in the last look that sealed any',
    registers,
  });
  const halted = new Gauge({
    name: 'mase_partnerships_not_sealed',
    help: 'Partnerships whose ledger does not go on: something does not fit its last checkpoint',
    registers,
  });
  const last = new Gauge({
    name: 'mase_sealer_last_look_timestamp_seconds',
    help: 'When the sealer last looked, in seconds of Unix time',
    registers,
  });
  return {
    registry,
    sent: (count) => sent.inc(count),
    gave: (counts) => {
      for (const [outcome, count] of Object.entries(counts)) due.inc({ outcome }, count);
    },
    mailed: ({ away: _away, ...counts }, left) => {
      for (const [outcome, count] of Object.entries(counts)) letters.inc({ outcome }, count);
      for (const [state, count] of Object.entries(left)) lettersLeft.set({ state }, count);
    },
    silent: (count) => silent.set(count),
    failed: () => failures.inc(),
    looked: (look, window) => {
      sealed.inc(look.entries);
      if (look.entries > 0) unsealed.set(window / 1000);
      halted.set(look.halted.length);
      last.setToCurrentTime();
    },
  };
}
