import type { AllocateWorkerPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Optional, Text } from '../fields.js';

/** Who works with the child from now on; a change has its reason, handover and introduction. */
export class AllocateWorkerBody extends CommandBody implements AllocateWorkerPayload {
  @Id()
  workerId: string;

  @Optional()
  @Text(2000)
  reason?: string;

  @Optional()
  @Text(10_000)
  handover?: string;

  @Optional()
  @Text(2000)
  introduction?: string;
}

/** `POST /api/v1/child-cases/:id/allocate-worker`. */
export const allocateWorker = command('child-cases/allocate-worker', AllocateWorkerBody);
