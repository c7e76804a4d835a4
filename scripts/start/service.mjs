import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { LogFile } from './log-file.mjs';

const END_WITH_PARENT = pathToFileURL(fileURLToPath(new URL('./end-with-parent.mjs', import.meta.url))).href;

/** One of our programs: kept running, started again after a crash with growing pauses, ended when asked. Emits `started` and `crashed`. */
export class Service extends EventEmitter {
  #child;
  #stopping = false;
  #pauseMs;
  #loop;
  #waking = new AbortController();

  constructor({ name, script, env, heapMb, logFolder, firstPauseMs = 500, calmMs = 60_000 }) {
    super();
    Object.assign(this, { name, script, env, heapMb, firstPauseMs, calmMs });
    this.log = new LogFile(join(logFolder, `${name}.log`));
    this.#pauseMs = firstPauseMs;
  }

  /** The process id while it runs. */
  get pid() {
    return this.#child?.pid;
  }

  /** Starts the program and keeps it running from now on. */
  start() {
    this.#loop = this.#keepRunning();
  }

  /** Asks the program to end, insists after ten seconds, resolves when it is gone. */
  async stop() {
    this.#stopping = true;
    this.#waking.abort();
    this.#child?.kill('SIGTERM');
    const insist = setTimeout(() => this.#child?.kill('SIGKILL'), 10_000);
    await this.#loop;
    clearTimeout(insist);
  }

  async #keepRunning() {
    while (!this.#stopping) {
      const began = Date.now();
      const how = await this.#runOnce();
      if (this.#stopping) return;
      if (Date.now() - began > this.calmMs) this.#pauseMs = this.firstPauseMs;
      this.emit('crashed', { how, pauseMs: this.#pauseMs, lastLines: this.log.lastLines() });
      await sleep(this.#pauseMs, undefined, { signal: this.#waking.signal }).catch(() => undefined);
      this.#pauseMs = Math.min(this.#pauseMs * 2, 30_000);
    }
  }

  #runOnce() {
    return new Promise((resolve) => {
      const flags = [
        `--max-old-space-size=${this.heapMb}`,
        '--enable-source-maps',
        '--import',
        END_WITH_PARENT,
      ];
      // A session of its own: Ctrl-C must reach the launcher alone, which then ends the programs in order.
      const child = spawn(process.execPath, [...flags, this.script], {
        env: this.env,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      this.#child = child;
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => this.log.write(chunk));
      child.once('spawn', () => this.emit('started', child.pid));
      child.once('error', (error) => this.#ended(resolve, error.message));
      child.once('exit', (code, signal) => this.#ended(resolve, signal ?? `code ${code}`));
    });
  }

  #ended(resolve, how) {
    this.#child = undefined;
    resolve(how);
  }
}
