import { typedMoment } from '../../../form-values.js';
import type { Visit } from '../../../visit.js';

/** The end of a sitting: the typed time on the day on which it starts. */
export function endOf(visit: Visit): string | undefined {
  const day = (part: string) => visit.form[`startsAt-${part}`];
  return typedMoment(
    {
      'endsAt-day': day('day'),
      'endsAt-month': day('month'),
      'endsAt-year': day('year'),
      'endsAt-time': visit.form.endsAt,
    },
    'endsAt',
  );
}
