import type { IdentifyPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, OneOf, Optional, Part, Text } from '../fields.js';
import { ChildDescriptionBody } from './child-description.js';

/** Who a child is whom nobody could name: a name, or the record under which he or she is on the books already. */
export class IdentifyBody extends CommandBody implements IdentifyPayload {
  @OneOf(['named', 'known'])
  as: 'named' | 'known';

  @Text(2000)
  how: string;

  @Optional()
  @Part(() => ChildDescriptionBody)
  child?: ChildDescriptionBody;

  @Optional()
  @Id()
  childId?: string;
}

/** `POST /api/v1/children/:id/identify`. */
export const identify = command('children/identify', IdentifyBody);
