import { commandPage } from '../../../command-page.js';
import { disposalSubject } from '../disposal.js';

/** Destroys the record: the last step, after two people and the wait. */
export const page = commandPage({
  command: 'disposals/carry-out',
  section: '/disposals',
  opened: disposalSubject,
  says: 'This destroys the record for good: what was written, its history, search terms, drafts, messages, and the child’s own record where this was the last case. Nobody can bring it back.',
  asks: [],
  done: 'The record is destroyed. The certificate says what was done.',
  warning: true,
});
