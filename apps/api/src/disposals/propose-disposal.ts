import {
  type DisposalBasis,
  type DisposalKind,
  disposalBases,
  disposalKinds,
  type ProposeDisposalPayload,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, OneOf, Part } from '../fields.js';

/** Which record is to be disposed of. */
export class DisposedBody {
  @OneOf(disposalKinds)
  kind: DisposalKind;

  @Id()
  id: string;
}

/** A proposal to dispose of a record: no words, as it outlives the record. */
export class ProposeDisposalBody extends CommandBody implements ProposeDisposalPayload {
  @Part(() => DisposedBody)
  record: DisposedBody;

  @OneOf(disposalBases)
  basis: DisposalBasis;
}

/** `POST /api/v1/disposals/propose-disposal`. */
export const proposeDisposal = command('disposals/propose-disposal', ProposeDisposalBody);
