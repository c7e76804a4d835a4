import type { ChangeLeadPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Day, Id, Text } from '../fields.js';

/** Who leads an entry from now on, until when, and why. */
export class ChangeLeadBody extends CommandBody implements ChangeLeadPayload {
  @Id()
  leadId: string;

  @Day()
  due: string;

  @Text(1000)
  reason: string;
}

/** The endpoint that changes who leads an entry of a register. */
export const changeLead = (topic: string) => command(`${topic}/change-lead`, ChangeLeadBody);
