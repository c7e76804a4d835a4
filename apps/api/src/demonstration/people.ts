import type { Role } from '@mase/workflow';

/** An agency of the demonstration partnership, and its teams. */
export interface DemonstrationAgency {
  key: string;
  name: string;
  kind: string;
  teams: { id: string; name: string }[];
}

/** The agencies of Fernshire, which does not exist. */
export const demonstrationAgencies: readonly DemonstrationAgency[] = [
  {
    key: 'council',
    name: 'Fernshire Council Children’s Social Care',
    kind: 'social-care',
    teams: [
      { id: 'north', name: 'Exploitation Team North' },
      { id: 'south', name: 'Exploitation Team South' },
    ],
  },
  { key: 'police', name: 'Fernshire Police', kind: 'police', teams: [] },
  { key: 'health', name: 'Fernshire Health Trust', kind: 'health', teams: [] },
  { key: 'school', name: 'Bracken Academy', kind: 'education', teams: [] },
  { key: 'charity', name: 'Harbour Young People’s Project', kind: 'voluntary', teams: [] },
  { key: 'licensing', name: 'Fernshire Licensing', kind: 'licensing', teams: [] },
  { key: 'partnership', name: 'Fernshire Safeguarding Partnership', kind: 'partnership', teams: [] },
];

/** A person of the demonstration partnership; the key names him or her in tests and examples. */
export interface DemonstrationPerson {
  key: string;
  name: string;
  agency: string;
  team?: string;
  roles: Role[];
}

const person = (
  key: string,
  name: string,
  agency: string,
  roles: Role[],
  team?: string,
): DemonstrationPerson => ({
  key,
  name,
  agency,
  roles,
  ...(team ? { team } : {}),
});

/** Everybody with an account in the demonstration: every role is held by somebody. */
export const demonstrationPeople: readonly DemonstrationPerson[] = [
  person('admin', 'Ada Admin', 'partnership', ['administrator']),
  person('referrer', 'Rory Referrer', 'school', ['referrer']),
  person('triage', 'Tess Triage', 'council', ['triage-social-worker']),
  person('triage-officer', 'Toby Triage-Officer', 'council', ['triage-officer']),
  person('worker', 'Wren Worker', 'council', ['worker'], 'north'),
  person('worker-two', 'Wilf Worker-Two', 'council', ['worker'], 'north'),
  person('worker-south', 'Willa Worker-South', 'council', ['worker'], 'south'),
  person('manager', 'Mo Manager', 'council', ['manager'], 'north'),
  person('manager-two', 'Mina Manager-Two', 'council', ['manager'], 'north'),
  person('manager-south', 'Max Manager-South', 'council', ['manager'], 'south'),
  person('duty', 'Dara Duty', 'council', ['duty-manager']),
  person('out-of-hours', 'Ola Out-of-Hours', 'council', ['out-of-hours']),
  person('senior', 'Sol Senior', 'council', ['senior']),
  person('coordinator', 'Cam Coordinator', 'partnership', ['coordinator']),
  person('chair', 'Chris Chair', 'council', ['chair']),
  person('deputy', 'Devon Deputy', 'police', ['deputy-chair']),
  person('member-police', 'Pat Police-Member', 'police', ['member']),
  person('member-health', 'Hana Health-Member', 'health', ['member', 'worker']),
  person('substitute', 'Sunny Substitute', 'health', ['substitute']),
  person('observer', 'Obi Observer', 'school', ['observer']),
  person('intelligence', 'Ira Intelligence', 'police', ['intelligence-officer']),
  person('intelligence-supervisor', 'Ivy Supervisor', 'police', ['intelligence-supervisor']),
  person('interviewer', 'Indy Interviewer', 'charity', ['interviewer']),
  person('licensing', 'Lee Licensing', 'licensing', ['licensing-officer']),
  person('charity-worker', 'Charlie Charity', 'charity', ['worker']),
  person('auditor', 'Alex Auditor', 'partnership', ['auditor']),
  person('governance', 'Gale Governance', 'partnership', ['information-governance']),
  person('caldicott', 'Cal Caldicott', 'health', ['caldicott-guardian']),
  person('advocate', 'Avery Advocate', 'charity', ['advocate']),
  person('police-desk', 'Parker Police-Desk', 'police', ['police-desk']),
  person('receiving', 'Remy Receiving', 'partnership', ['receiving-area-worker']),
];

/** The address with which a demonstration person signs in; `example.org` is nobody's. */
export function demonstrationEmail(key: string): string {
  return `${key}@fernshire.example.org`;
}
