/** A reader whose place in a partnership says what he or she sees: every canary test asks as each of them. */
export interface ReaderProfile {
  /** Who it is, in words. */
  who: string;
  /** The key of the person of the demonstration partnership who stands for it. */
  key: string;
  /** Whether a restriction of the guarded world names the person. */
  named?: boolean;
}

/** The twelve reader profiles, as docs/security.md lists them. */
export const readerProfiles: readonly ReaderProfile[] = [
  { who: 'a school that referred', key: 'referrer' },
  { who: 'a charity’s allocated worker', key: 'charity-worker' },
  { who: 'the manager of the team that holds the case', key: 'manager', named: true },
  { who: 'a worker of a neighbouring team', key: 'worker-south' },
  { who: 'the chair', key: 'chair', named: true },
  { who: 'a member with a personal connection', key: 'member-health' },
  { who: 'an intelligence officer', key: 'intelligence' },
  { who: 'an officer not cleared', key: 'member-police' },
  { who: 'an auditor', key: 'auditor' },
  { who: 'information governance', key: 'governance' },
  { who: 'an administrator', key: 'admin' },
  { who: 'a host area’s worker', key: 'receiving' },
];
