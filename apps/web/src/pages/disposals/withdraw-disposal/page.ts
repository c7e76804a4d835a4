import { commandPage } from '../../../command-page.js';
import { disposalSubject } from '../disposal.js';

/** Takes a proposal back, and why. */
export const page = commandPage({
  command: 'disposals/withdraw-disposal',
  section: '/disposals',
  opened: disposalSubject,
  says: 'The record is kept. The reason stays with it.',
  asks: [{ name: 'reason', label: 'Why?', called: 'the reason', kind: 'text' }],
  done: 'The disposal is withdrawn; the record is kept.',
});
