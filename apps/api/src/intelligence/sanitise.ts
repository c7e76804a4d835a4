import type { SanitisePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Optional, Text } from '../fields.js';

/** The sanitised text in parts, by who may read each. */
export class SanitiseBody extends CommandBody implements SanitisePayload {
  /** For those who keep a child safe. */
  @Optional()
  @Text(10_000)
  safety?: string;

  /** For those who act against people and places. */
  @Optional()
  @Text(10_000)
  disruption?: string;

  /** For the papers of the panel. */
  @Optional()
  @Text(10_000)
  sheet?: string;

  /** Who the originator is and what they agreed to, where a condition asks for that. */
  @Optional()
  @Text(500)
  consulted?: string;
}

/** `POST /api/v1/intelligence/:id/sanitise`. */
export const sanitise = command('intelligence/sanitise', SanitiseBody);
