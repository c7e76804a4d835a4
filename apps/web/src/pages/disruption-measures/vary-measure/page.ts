import { commandPage } from '../../../command-page.js';
import { lastDay, lastDayValues } from '../last-day.js';
import { readMeasure, section, subjectOf } from '../measure.js';
import { onDay } from '../on-day.js';

/** Records what was changed in a measure; its last day stays unless another is given, or that it has none. */
export const page = commandPage({
  command: 'disruption-measures/vary-measure',
  section,
  opened: async (visit) => {
    const { measure, etag } = await readMeasure(visit);
    return { ...subjectOf(measure, etag), values: lastDayValues(measure.lastDay) };
  },
  says: 'What you write holds from then on. What stood before is kept.',
  asks: [
    {
      name: 'decidedBy',
      label: 'Which court, authority or officer decided?',
      called: 'who decided',
      kind: 'line',
    },
    { name: 'why', label: 'Why was it changed?', called: 'why it was changed', kind: 'text' },
    {
      name: 'conditions',
      label: 'What does it forbid or require now?',
      called: 'what it asks now',
      kind: 'text',
      hint: 'Those who work with a child whom it protects read this.',
    },
    onDay('From which day does that hold?'),
    {
      ...lastDay,
      hint: 'Where it has not changed, leave it as it is. Where it has none from now on, clear it and answer the next question.',
    },
    {
      name: 'noLastDay',
      label: 'Is it without a last day from now on?',
      called: 'whether it is without a last day',
      kind: 'yesNo',
      hint: 'A notice about abduction lapses all the same on the day that follows from the child’s age and legal status.',
    },
  ],
  done: 'The variation is recorded.',
});
