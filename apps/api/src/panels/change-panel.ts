import type { ChangePanelPayload } from '@mase/workflow';
import { command } from '../command.js';
import { Text } from '../fields.js';
import { FoundPanelBody } from './found-panel.js';

/** What a panel says of itself from now on, all of it, and why. */
export class ChangePanelBody extends FoundPanelBody implements ChangePanelPayload {
  @Text(2000)
  reason: string;
}

/** `POST /api/v1/panels/:id/change-panel`. */
export const changePanel = command('panels/change-panel', ChangePanelBody);
