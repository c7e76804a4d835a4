import type { DecidePrintingPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Text } from '../fields.js';

/** Whether a sheet about a person who is a child is printed. */
export class DecidePrintingBody extends CommandBody implements DecidePrintingPayload {
  @OneOf(['yes', 'no'])
  printing: 'yes' | 'no';

  @Text(5000)
  reasons: string;
}

/** `POST /api/v1/person-cases/:id/decide-printing`. */
export const decidePrinting = command('person-cases/decide-printing', DecidePrintingBody);
