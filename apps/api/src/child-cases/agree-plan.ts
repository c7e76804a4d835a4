import type { AgreePlanPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Optional, Text } from '../fields.js';

/** A plan agreed: in full, or for the time being with its gaps named. */
export class AgreePlanBody extends CommandBody implements AgreePlanPayload {
  @OneOf(['interim', 'full'])
  kind: 'interim' | 'full';

  @Optional()
  @Text(5000)
  comment?: string;
}

/** `POST /api/v1/child-cases/:id/agree-plan`. */
export const agreePlan = command('child-cases/agree-plan', AgreePlanBody);
