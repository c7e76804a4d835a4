import { type ChangeReleasePayload, type MappaLevel, mappaLevels } from '@mase/workflow';
import { CommandBody } from '../command.js';
import { Day, OneOf, Optional, Text } from '../fields.js';
import { ofBothStrands } from './of-both-strands.js';

/** What has changed of the release or return. */
export class ChangeReleaseBody extends CommandBody implements ChangeReleasePayload {
  @Text(5000)
  words: string;

  @Optional()
  @Day()
  releaseOn?: string;

  @Optional()
  @Day()
  checkBy?: string;

  @Optional()
  @Text(200)
  offenderManager?: string;

  @Optional()
  @OneOf(mappaLevels)
  mappa?: MappaLevel;
}

/** `POST /api/v1/person-cases/:id/change-release`, and the same of `location-cases`. */
export const changeRelease = ofBothStrands('change-release', ChangeReleaseBody);
