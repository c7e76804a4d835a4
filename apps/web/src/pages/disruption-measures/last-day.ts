import type { Asked } from '../../command-page.js';

/** The question for the last day on which a measure is in force. */
export const lastDay: Asked = {
  name: 'lastDay',
  label: 'What is its last day?',
  called: 'the last day',
  kind: 'date',
  hint: 'The last day on which it is in force. Leave it blank where it has none.',
};
