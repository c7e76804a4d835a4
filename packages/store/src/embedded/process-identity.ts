import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** When the process `pid` began, as text that differs when the number is used again; undefined when no such process lives. */
export function processBirth(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'lstart=');
  const stat = read(`/proc/${pid}/stat`);
  if (!stat) return undefined;
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' || state === 'X' ? undefined : rest[18];
}

/** The words with which the living process `pid` was started, joined by spaces; undefined when no such process lives. */
export function processCommand(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'command=');
  return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() || undefined;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function ps(pid: number, field: string): string | undefined {
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', field], { encoding: 'utf8' });
  return stdout?.trim() || undefined;
}
