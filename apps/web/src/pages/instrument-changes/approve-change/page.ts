import { commandPage } from '../../../command-page.js';
import { changeSubject } from '../change.js';

/** A change of the tools approved by somebody other than its proposer. */
export const page = commandPage({
  command: 'instrument-changes/approve-change',
  section: '/instruments',
  opened: changeSubject,
  says: 'The change holds from its day. Two people decide it: you are the second. No version that was used before is changed.',
  asks: [],
  done: 'The change is approved',
});
