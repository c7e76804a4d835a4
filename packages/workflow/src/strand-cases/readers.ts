import { graceUntil } from '../grace.js';
import type { ContentClass, Reader } from '../model.js';

/** What decides who reads the case of a person or a place, and the record that says who or what it is. */
export interface SeenBy {
  nominatorId: string | null;
  officerId: string | null;
  acceptedAt: string | null;
  /** When it closed, and whether as something that was never so. */
  closed: { at: string; recalled: boolean } | null;
  withLicence: boolean;
  /** Whether it is about a person who is a child, as far as anybody knew when it was last told. */
  isChild: boolean;
  careManagerId: string | null;
  /** Whether the panel has it on its list or before it. */
  listed: boolean;
  /** Whether copies are being recalled. */
  recalling: boolean;
}

const lines = (principal: string, until: string | null, ...classes: ContentClass[]): Reader[] =>
  classes.map((one) => ({ principal, class: one, until }));

/** Police roles: they read every person and place of which the existence is open. */
export const policeRoles = ['intelligence-officer', 'intelligence-supervisor', 'police-desk'] as const;

const overseers = ['coordinator', 'chair', 'deputy-chair', 'auditor', 'information-governance'] as const;

/**
 * Who reads: police always; the nominator receipt and outcome; until acceptance nobody else but the social care manager
 * who is asked about a person who is a child. From acceptance on the coordinator, the chairs, those who oversee, and the
 * licensing officer where there is a licence; 28 days beyond the ending, and not a day where it was never so.
 * What is said of a child in the part of a person of concern is `restricted`: the supervisor, the social care manager,
 * information governance and the Caldicott guardian alone.
 */
export function strandReaders(seen: SeenBy): Reader[] {
  const { nominatorId, officerId, careManagerId, acceptedAt, closed, recalling } = seen;
  const end = closed ? graceUntil(closed.at) : null;
  const accepted = acceptedAt !== null && !closed?.recalled;
  return [
    ...policeRoles.flatMap((role) => lines(`role:${role}`, null, 'receipt', 'sheet', 'case')),
    ...lines('role:intelligence-supervisor', null, 'disruption', 'restricted'),
    ...lines('role:intelligence-officer', null, 'disruption'),
    ...(officerId
      ? lines(`user:${officerId}`, closed ? end : null, 'receipt', 'sheet', 'case', 'disruption')
      : []),
    ...(nominatorId ? lines(`user:${nominatorId}`, null, 'receipt') : []),
    ...(careManagerId ? lines(`user:${careManagerId}`, end, 'sheet', 'case', 'restricted') : []),
    ...(accepted ? partnerReaders(seen, end) : []),
    ...(closed?.recalled ? lines('role:coordinator', end, 'receipt') : []),
    ...(recalling ? lines('role:coordinator', null, 'sheet', 'case') : []),
    ...(acceptedAt ? lines('role:auditor', null, 'sheet', 'case') : []),
    ...(acceptedAt ? governanceReaders() : []),
  ];
}

const governanceReaders = (): Reader[] =>
  ['information-governance', 'caldicott-guardian'].flatMap((role) =>
    lines(`role:${role}`, null, 'sheet', 'case', 'restricted'),
  );

function partnerReaders({ withLicence, isChild, listed }: SeenBy, end: string | null): Reader[] {
  return [
    ...overseers.flatMap((role) => lines(`role:${role}`, end, 'sheet', 'case')),
    ...(withLicence && !isChild ? lines('role:licensing-officer', end, 'sheet', 'case') : []),
    ...(listed && !isChild
      ? ['member', 'substitute'].flatMap((role) => lines(`role:${role}`, null, 'sheet'))
      : []),
  ];
}
