import type { Asked } from '../../command-page.js';
import type { FormValues } from '../../form-values.js';

/** The question for the last day on which a measure is in force. */
export const lastDay: Asked = {
  name: 'lastDay',
  label: 'What is its last day?',
  called: 'the last day',
  kind: 'date',
  hint: 'The last day on which it is in force. Leave it blank where it has none.',
};

/** A last day that is known, as the three fields of its question start with it. */
export function lastDayValues(known: string | null): FormValues {
  const [year = '', month = '', day = ''] = (known ?? '').split('-');
  return { 'lastDay-day': day, 'lastDay-month': month, 'lastDay-year': year };
}
