import { type PrepareReleasePayload, type ReleaseStage, releaseStages } from '@mase/workflow';
import { CommandBody } from '../command.js';
import { OneOf, Text } from '../fields.js';
import { ofBothStrands } from './of-both-strands.js';

/** What was got ready before a release, the first or the second time. */
export class PrepareReleaseBody extends CommandBody implements PrepareReleasePayload {
  @OneOf(releaseStages)
  stage: ReleaseStage;

  @Text(5000)
  words: string;
}

/** `POST /api/v1/person-cases/:id/prepare-release`, and the same of `location-cases`. */
export const prepareRelease = ofBothStrands('prepare-release', PrepareReleaseBody);
