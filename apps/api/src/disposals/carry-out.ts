import { destroyRecord } from '@mase/store';
import { CommandBody, type CommandEndpoint } from '../command.js';

/** `POST /api/v1/disposals/:id/carry-out`: destroys content and salts in the transaction of the command itself. */
export const carryOut: CommandEndpoint = {
  name: 'disposals/carry-out',
  body: CommandBody,
  within: destroyRecord,
};
