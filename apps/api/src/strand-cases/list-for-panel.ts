import { type ListStrandPayload, type StrandListingBasis, strandListingBases } from '@mase/workflow';
import { CommandBody } from '../command.js';
import { Id, OneOf, Optional, Text } from '../fields.js';
import { ofBothStrands } from './of-both-strands.js';

/** Why it comes before the panel, and what is asked. */
export class ListStrandForPanelBody extends CommandBody implements ListStrandPayload {
  @OneOf(strandListingBases)
  basis: StrandListingBasis;

  @Text(2000)
  asked: string;

  @Optional()
  @Id()
  panelId?: string;
}

/** `POST /api/v1/person-cases/:id/list-for-panel`, and the same of `location-cases`. */
export const listForPanel = ofBothStrands('list-for-panel', ListStrandForPanelBody);
