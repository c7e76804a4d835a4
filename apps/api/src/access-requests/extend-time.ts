import { type ExtendTimePayload, extensionGrounds } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text } from '../fields.js';

/** Why two months more are needed, as the requester is told. */
export class ExtendTimeBody extends CommandBody implements ExtendTimePayload {
  @OneOf(extensionGrounds)
  ground: (typeof extensionGrounds)[number];

  @Text(2000)
  reason: string;
}

/** `POST /api/v1/access-requests/:id/extend-time`. */
export const extendTime = command('access-requests/extend-time', ExtendTimeBody);
