import type { ClassConstructor } from 'class-transformer';
import { type CommandBody, type CommandEndpoint, command } from '../command.js';

/** One command of each strand’s cases: what they ask for is the same. */
export function ofBothStrands(
  verb: string,
  body: ClassConstructor<CommandBody>,
): { person: CommandEndpoint; location: CommandEndpoint } {
  return {
    person: command(`person-cases/${verb}`, body),
    location: command(`location-cases/${verb}`, body),
  };
}
