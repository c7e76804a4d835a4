import { type ExchangeDirection, exchangeDirections, type RecordAreaExchangePayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text } from '../fields.js';

/** What the other area was told, or told us. */
export class RecordAreaExchangeBody extends CommandBody implements RecordAreaExchangePayload {
  @OneOf(exchangeDirections)
  direction: ExchangeDirection;

  @Text(200)
  person: string;

  @Text(200)
  how: string;

  @Text(5000)
  what: string;
}

/** `POST /api/v1/child-cases/:id/record-area-exchange`. */
export const recordAreaExchange = command('child-cases/record-area-exchange', RecordAreaExchangeBody);
