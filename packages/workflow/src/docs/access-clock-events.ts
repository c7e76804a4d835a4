const requests = (...verbs: string[]) => verbs.map((verb) => `access-requests/${verb}`);

/** Which commands start and meet the clocks of a request for access. */
export const accessClockEvents = {
  'access-response': {
    starts: requests('record-request', 'confirm-identity', 'record-answer', 'extend-time', 'gather-bundle'),
    ends: requests('issue-response'),
  },
  'access-consultation': {
    starts: ['access-consultations/ask-agency'],
    ends: ['access-consultations/answer-consultation'],
  },
};
