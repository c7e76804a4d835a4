import type { ListForPanelPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Optional, Text } from '../fields.js';

/** A case put on the panel's list: on which basis, and what is asked of the panel. */
export class ListForPanelBody extends CommandBody implements ListForPanelPayload {
  @Text(80)
  basis: string;

  @Text(300)
  asked: string;

  @Optional()
  @Id()
  panelId?: string;

  @Optional()
  @Text(2000)
  noStrategyReason?: string;

  @Optional()
  @Text(2000)
  noPlanReason?: string;

  @Optional()
  @Text(2000)
  admitReason?: string;
}

/** `POST /api/v1/child-cases/:id/list-for-panel`. */
export const listForPanel = command('child-cases/list-for-panel', ListForPanelBody);
