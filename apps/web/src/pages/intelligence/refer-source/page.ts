import { commandPage } from '../../../command-page.js';
import { reportSubject } from '../report.js';

/** The page of one command of the desk that asks for its reason. */
export const page = commandPage({
  command: 'intelligence/refer-source',
  section: '/intelligence',
  opened: reportSubject,
  says: 'The intelligence supervisor is told, and takes it to the source unit of the police. Somebody who keeps reporting is never tasked from here.',
  asks: [{ name: 'reason', label: 'Why is the source referred?', called: 'the reason', kind: 'text' }],
  done: 'The supervisor is told.',
});
