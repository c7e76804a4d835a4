import { commandPage } from '../../../command-page.js';
import { quality, registerSubject } from '../../../register.js';
import { standards } from '../standard.js';

/** Takes a standard out of use. */
export const page = commandPage({
  command: 'quality-standards/retire-standard',
  section: quality,
  opened: registerSubject(standards),
  says: 'It stays in the register with every judgement.',
  asks: [{ name: 'reason', label: 'Why is it not in use any more?', called: 'the reason', kind: 'text' }],
  done: 'The standard is not in use any more.',
});
