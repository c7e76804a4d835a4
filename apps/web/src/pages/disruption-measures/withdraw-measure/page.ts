import { commandPage } from '../../../command-page.js';
import { measureSubject, section } from '../measure.js';

/** Withdraws a measure that never was: what was recorded stays to be read, marked so. */
export const page = commandPage({
  command: 'disruption-measures/withdraw-measure',
  section,
  opened: measureSubject,
  says: 'For a measure that was recorded in error, on the wrong person or at the wrong place. What was recorded stays to be read and counts for nobody; those who protect the child are shown that it never was. A measure that was taken and is over is discharged instead.',
  asks: [{ name: 'reason', label: 'What was wrong?', called: 'what was wrong', kind: 'text' }],
  done: 'The measure is withdrawn as recorded in error.',
  warning: true,
});
