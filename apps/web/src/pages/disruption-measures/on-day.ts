import type { Asked } from '../../command-page.js';

/** The question for the day on which what is recorded of a measure was done: a court’s day is not that of the office. */
export const onDay = (label: string): Asked => ({
  name: 'happened',
  label,
  called: 'the day',
  kind: 'day',
  hint: 'Leave it blank for today.',
});
