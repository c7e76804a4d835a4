import { commandPage } from '../../../command-page.js';
import { requestSubject } from '../request.js';

/** Gathers what there is, as references; again where something was written since. */
export const page = commandPage({
  command: 'access-requests/gather-bundle',
  section: '/access-requests',
  opened: requestSubject,
  says: 'Looks for everything that was written about the child as far as you may read it. Decisions on items whose text is the same stay. What you may not read is decided by those who may; you are not told whether there is anything.',
  asks: [],
  next: (visit) => `/access-requests/${encodeURIComponent(visit.params.id ?? '')}/decide-items`,
  done: 'The bundle is gathered.',
});
