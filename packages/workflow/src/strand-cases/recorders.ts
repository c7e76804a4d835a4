import { recordNextCheck } from '../next-check.js';
import { minutesPartRecorders } from '../sittings/minutes-part.js';
import { strandActionRecorders } from './chairs-action.js';
import { necessityRecorders } from './record-necessity.js';
import { nominationRecorders } from './record-nomination.js';
import { strandPanelRecorders } from './record-panel.js';
import { personRecorders } from './record-person.js';
import { removalRecorders } from './record-removal.js';
import { toldRecorders } from './record-told.js';
import { waitingRecorders } from './record-waiting.js';

/** What each accepted step of a case about a person or a place keeps. */
export const recorders = {
  ...nominationRecorders,
  ...necessityRecorders,
  ...waitingRecorders,
  ...removalRecorders,
  ...personRecorders,
  ...strandPanelRecorders,
  ...minutesPartRecorders,
  ...strandActionRecorders,
  ...toldRecorders,
  recordNextCheck,
};
