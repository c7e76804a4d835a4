import { graceUntil } from '../grace.js';
import type { Reader } from '../model.js';
import type { PanelMembers } from '../panels/case-members.js';
import { memberPrincipals } from '../panels/standing.js';
import { byRole, readerLines } from '../readers.js';

/** What decides who reads the case of a person or a place, and the record that says who or what it is. */
export interface SeenBy {
  nominatorId: string | null;
  officerId: string | null;
  acceptedAt: string | null;
  /** When it closed, and whether as something that was never so. */
  closed: { at: string; recalled: boolean } | null;
  licensed: boolean;
  /** Whether it is about a person who is a child, as far as anybody knew when it was last told. */
  isChild: boolean;
  careManagerId: string | null;
  /** Whether the panel has it on its list or before it. */
  listed: boolean;
  /** Which members of panels read it, and until when; absent where it was told before that was kept. */
  members?: PanelMembers;
  /** Whether the coordinator has something of it left to do: copies are being recalled, or a check is fixed. */
  recalling: boolean;
}

/** Police roles: they read every person and place of which the existence is open. */
export const policeRoles = ['intelligence-officer', 'intelligence-supervisor', 'police-desk'] as const;

const overseers = ['coordinator', 'chair', 'deputy-chair', 'auditor', 'information-governance'] as const;

/**
 * Who reads: police always; the nominator receipt and outcome; until acceptance nobody else but the social care manager
 * who is asked about a person who is a child. From acceptance on the coordinator, the chairs, those who oversee, and the
 * licensing officer where there is a licence, to which a position of trust is none; 28 days beyond the ending, and not a day where it was never so.
 * What is said of a child in the part of a person of concern is `restricted`: the supervisor, the social care manager,
 * information governance and the Caldicott guardian alone.
 */
export function strandReaders(seen: SeenBy): Reader[] {
  const { nominatorId, officerId, careManagerId, acceptedAt, closed, recalling } = seen;
  const end = closed ? graceUntil(closed.at) : null;
  const accepted = acceptedAt !== null && !closed?.recalled;
  return [
    ...readerLines(byRole(policeRoles), ['receipt', 'sheet', 'case']),
    ...readerLines(byRole(['intelligence-supervisor']), ['disruption', 'restricted']),
    ...readerLines(byRole(['intelligence-officer']), ['disruption']),
    ...(officerId
      ? readerLines([`user:${officerId}`], ['receipt', 'sheet', 'case', 'disruption'], closed ? end : null)
      : []),
    ...(nominatorId ? readerLines([`user:${nominatorId}`], ['receipt']) : []),
    ...(careManagerId ? readerLines([`user:${careManagerId}`], ['sheet', 'case', 'restricted'], end) : []),
    ...(accepted ? partnerReaders(seen, end) : []),
    ...(closed?.recalled ? readerLines(byRole(['coordinator']), ['receipt'], end) : []),
    ...(recalling ? readerLines(byRole(['coordinator']), ['sheet', 'case']) : []),
    ...(acceptedAt ? readerLines(byRole(['auditor']), ['sheet', 'case']) : []),
    ...(acceptedAt ? governanceReaders() : []),
  ];
}

const governanceReaders = (): Reader[] =>
  readerLines(byRole(['information-governance', 'caldicott-guardian']), ['sheet', 'case', 'restricted']);

/** Of a record that was told before members were kept by panel: those of all while it is listed. */
function membersOf({ listed, members }: SeenBy): PanelMembers {
  return members ?? (listed ? Object.fromEntries(memberPrincipals({}).map((one) => [one, null])) : {});
}

function partnerReaders(seen: SeenBy, end: string | null): Reader[] {
  const { licensed, isChild } = seen;
  return [
    ...readerLines(byRole(overseers), ['sheet', 'case'], end),
    ...(licensed && !isChild ? readerLines(byRole(['licensing-officer']), ['sheet', 'case'], end) : []),
    ...(isChild
      ? []
      : Object.entries(membersOf(seen)).flatMap(([one, until]) => readerLines([one], ['sheet'], until))),
  ];
}
