import { commandPage } from '../../../command-page.js';
import { disposalSubject } from '../disposal.js';

/** Refuses a disposal, and why. */
export const page = commandPage({
  command: 'disposals/refuse-disposal',
  section: '/disposals',
  opened: disposalSubject,
  says: 'The record is kept. The reason stays with it.',
  asks: [{ name: 'reason', label: 'Why?', called: 'the reason', kind: 'text' }],
  done: 'The disposal is refused; the record is kept.',
});
