import type { Missing } from './api-client.js';

/** Something that a command lacks; `notPermitted` where it is the reader's role that does not give the command. */
export type Lacking = Missing & { code?: string };

/** One line of what a record's view lists under `allowed`: a command, for one choice where it has choices, and what is missing for it. */
export interface Allowed {
  command: string;
  choice?: string;
  available: boolean;
  missing: Lacking[];
}

/** Whether the api would take the command now, in at least one of its choices. */
export function canDo(allowed: Allowed[], command: string): boolean {
  return allowed.some((one) => one.command === command && one.available);
}

/** What is missing for a command that cannot be given now, each once; nothing when one of its choices can be given. */
export function missingFor(allowed: Allowed[], command: string): Lacking[] {
  if (canDo(allowed, command)) return [];
  const all = allowed.filter((one) => one.command === command).flatMap((one) => one.missing);
  return all.filter((one, index) => all.findIndex((other) => other.words === one.words) === index);
}

/** The choices of a command that the api would take now. */
export function choicesOf(allowed: Allowed[], command: string): string[] {
  return allowed.flatMap((one) =>
    one.command === command && one.available && one.choice !== undefined ? [one.choice] : [],
  );
}
