import { CommandBody } from '../command.js';
import { Day, Id, Optional, Text } from '../fields.js';

/** What an action says besides what is done and by whom: given with it, or changed later. */
export class ActionDetailsBody extends CommandBody {
  @Optional()
  @Text(2000)
  outcome?: string;

  @Optional()
  @Day()
  due?: string;

  @Optional()
  @Text(2000)
  measure?: string;

  @Optional()
  @Text(2000)
  contingency?: string;

  @Optional()
  @Id()
  coverId?: string;

  @Optional()
  @Text(300)
  aim?: string;
}
