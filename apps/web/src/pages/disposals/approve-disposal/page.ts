import { commandPage } from '../../../command-page.js';
import { disposalSubject } from '../disposal.js';

/** Approves a disposal that somebody else proposed. */
export const page = commandPage({
  command: 'disposals/approve-disposal',
  section: '/disposals',
  opened: disposalSubject,
  says: 'Look at the record first. After a wait it may be destroyed, with all that hangs on it; until then this can be withdrawn.',
  asks: [],
  done: 'The disposal is approved. The wait has begun.',
});
