import type { JourneyStep } from './journey-step.js';

/** A child put on the books as a return brings it, kept under a name. */
export const recordedChild = (as: string): JourneyStep => ({
  command: 'children/record-child',
  who: 'coordinator',
  as,
  body: () => ({
    firstName: 'Alex',
    lastName: 'Example',
    birthDate: '2012-05-06',
    localId: as,
    from: 'return',
  }),
  refused: 'never',
});
