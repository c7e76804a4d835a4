/** Who may do what about a measure of disruption, as a test of the policy has it. */
export const measureRights: Record<string, string[]> = {
  'disruption-measures/consider-measure': [
    'intelligence-officer intelligence-supervisor coordinator licensing-officer manager senior',
  ],
  ...Object.fromEntries(
    [
      ...['apply-for-measure', 'grant-measure', 'serve-measure', 'vary-measure', 'record-breach'],
      ...['review-measure', 'discharge-measure', 'refuse-measure', 'drop-measure', 'allocate-measure'],
      ...['correct-entry', 'withdraw-measure'],
    ].map((verb) => [
      `disruption-measures/${verb}`,
      [
        'intelligence-officer intelligence-supervisor coordinator',
        'licence: licensing-officer',
        'localAuthority: manager senior',
        'owner: worker member manager senior police-desk licensing-officer',
      ],
    ]),
  ),
  'disruption-measures/expire-measure': ['clock: measure-expiry'],
};
