/** Groups of entries by which a chronology is narrowed, with what a person reads, in the order of a form. */
export const chronologyGroups = {
  referral: 'Referrals and triage',
  danger: 'Danger and safety actions',
  contact: 'Contact',
  views: 'Views, and what they were told',
  missing: 'Missing episodes',
  incidents: 'Incidents that the police recorded',
  discussions: 'Discussions, enquiries and conferences',
  risk: 'Risk and grades',
  plan: 'Plan',
  agencies: 'Agencies asked, services, challenges and notices',
  panel: 'Panel',
  work: 'Workers, suspension and closure',
} as const;

/** One group of a chronology. */
export type ChronologyGroup = keyof typeof chronologyGroups;

const kinds: Record<ChronologyGroup, readonly string[]> = {
  referral: ['referral', 'joined-referral', 'triage', 'relisting'],
  danger: ['danger', 'danger-acknowledged', 'safety-action'],
  contact: ['contact'],
  views: ['view', 'feedback'],
  missing: ['episode', 'return', 'return-interview', 'discussion-asked'],
  incidents: ['incident'],
  discussions: ['strategy-discussion', 'section-47-outcome', 'conference'],
  risk: ['assessment', 'blind-asked', 'blind-assessment', 'grade'],
  plan: ['plan', 'plan-disruption', 'sharing', 'outcomes'],
  agencies: ['information-request', 'service', 'challenge', 'notice'],
  panel: [
    ...['listing', 'listing-deferred', 'listing-withdrawn', 'before-panel'],
    ...['panel-decision', 'sitting-cancelled', 'minutes-part'],
  ],
  work: [],
};

/** The group of an entry by its kind; what has no group of its own is of the work. */
export function chronologyGroupOf(kind: string): ChronologyGroup {
  const groups = Object.keys(kinds) as ChronologyGroup[];
  return groups.find((group) => kinds[group].includes(kind)) ?? 'work';
}
