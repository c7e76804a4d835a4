import type { ChildDescription } from '@mase/workflow';
import { Day, OneOf, Optional, Text } from '../fields.js';

/** The child as somebody can describe him or her, in a referral or for the books. */
export class ChildDescriptionBody implements ChildDescription {
  @Optional()
  @Text(100)
  firstName?: string;

  @Optional()
  @Text(100)
  lastName?: string;

  @Optional()
  @Text(100)
  chosenName?: string;

  @Optional()
  @Day()
  birthDate?: string;

  @Optional()
  @OneOf(['male', 'female', 'not-yet-known'])
  sex?: 'male' | 'female' | 'not-yet-known';

  /** Ten digits, with spaces or without. */
  @Optional()
  @Text(20)
  nhsNumber?: string;

  @Optional()
  @Text(2000)
  description?: string;
}
