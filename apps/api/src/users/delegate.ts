import { type DelegatePayload, type Role, roles } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Instant, OneOf, Text } from '../fields.js';

/** Which part of somebody another fills too, from when until when, and why. */
export class DelegateBody extends CommandBody implements DelegatePayload {
  @OneOf(roles)
  role: Role;

  @Id()
  toId: string;

  @Instant()
  from: string;

  @Instant()
  until: string;

  @Text(2000)
  reason: string;
}

/** `POST /api/v1/users/:id/delegate`. */
export const delegate = command('users/delegate', DelegateBody);
