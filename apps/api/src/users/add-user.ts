import { type AddUserPayload, type Role, roles } from '@mase/workflow';
import { IsEmail } from 'class-validator';
import { CommandBody, command } from '../command.js';
import { Id, Optional, SomeOf, Text } from '../fields.js';

/** A person who gets an account. */
export class AddUserBody extends CommandBody implements AddUserPayload {
  @Text(120)
  name: string;

  @IsEmail({}, { message: 'Give an e-mail address.' })
  email: string;

  @Id()
  agencyId: string;

  @Optional()
  @Text(40)
  teamId?: string;

  @SomeOf(roles)
  roles: Role[];
}

/** `POST /api/v1/users/add-user`. */
export const addUser = command('users/add-user', AddUserBody);
