const measures = (...verbs: string[]) => verbs.map((verb) => `disruption-measures/${verb}`);

/** Which commands start and meet the clocks of measures that disrupt. */
export const measureClockEvents = {
  'measure-next-step': {
    starts: measures('consider-measure', 'apply-for-measure'),
    ends: measures('grant-measure', 'serve-measure', 'refuse-measure', 'drop-measure'),
  },
  'order-expiry-warning': {
    starts: [
      ...measures('grant-measure', 'serve-measure', 'vary-measure', 'correct-entry'),
      'children/record-status',
    ],
    ends: measures('vary-measure', 'review-measure'),
  },
  'measure-expiry': {
    starts: [
      ...measures('grant-measure', 'serve-measure', 'vary-measure', 'correct-entry'),
      'children/record-status',
    ],
    ends: measures('expire-measure'),
  },
  'measure-review': {
    starts: [
      ...measures('grant-measure', 'serve-measure', 'vary-measure', 'review-measure'),
      'children/record-status',
    ],
    ends: measures('vary-measure', 'review-measure'),
  },
};
