import { type ChangeRolePayload, type Role, roles } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Optional, SomeOf, Text } from '../fields.js';

/** The roles that a person has from now on, and why. */
export class ChangeRoleBody extends CommandBody implements ChangeRolePayload {
  @SomeOf(roles)
  roles: Role[];

  @Optional()
  @Text(40)
  teamId?: string;

  @Text(2000)
  reason: string;
}

/** `POST /api/v1/users/:id/change-role`. */
export const changeRole = command('users/change-role', ChangeRoleBody);
