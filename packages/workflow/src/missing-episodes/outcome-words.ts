import type { InterviewOutcome } from './standing.js';

/** What came of a return home interview, as a person reads it. */
export const interviewOutcomeWords: Record<InterviewOutcome, string> = {
  'completed-in-time': 'Held within 72 hours',
  'completed-late': 'Held late',
  'completed-return-not-timed': 'Held; the time of the return is not known',
  declined: 'Declined by the young person',
  'not-reached': 'The young person was not reached',
  'missing-again': 'Missing again before the interview',
  'not-offered': 'Not offered',
};
