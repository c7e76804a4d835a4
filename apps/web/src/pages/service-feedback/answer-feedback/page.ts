import { commandPage } from '../../../command-page.js';
import { quality, registerSubject } from '../../../register.js';
import { feedback } from '../feedback.js';

/** Records what was done about what was said. */
export const page = commandPage({
  command: 'service-feedback/answer-feedback',
  section: quality,
  opened: registerSubject(feedback),
  says: 'You said, we did. Name nobody.',
  asks: [
    { name: 'did', label: 'What was done about it?', called: 'what was done', kind: 'text' },
    { name: 'on', label: 'When were they told, or was it made known?', called: 'the day', kind: 'date' },
  ],
  done: 'What was done is recorded.',
});
