import type { Actor, Reader, StoredRecord } from '../model.js';
import { holdsFor } from '../posts.js';
import { profileReaders } from '../problem-profile/readers.js';
import { byRole, longest, readerLines } from '../readers.js';
import type { Role } from '../roles.js';
import type { PartnerFiguresStanding } from './standing.js';

type Figures = StoredRecord<PartnerFiguresStanding>;

/** Who gives the figures of any agency, as they are sent: those who put the profile together. */
export const onBehalfOfAnybody: readonly Role[] = ['coordinator', 'chair', 'deputy-chair', 'senior'];

/** Who gives the figures of his or her own agency. */
export const forTheirAgency: readonly Role[] = [
  ...(['manager', 'member', 'police-desk', 'intelligence-officer', 'intelligence-supervisor'] as const),
];

/** Whoever gave the figures is to them the giver; whoever is asked for them leads them. */
export function relations(actor: Actor, { standing }: Figures): string[] {
  return [
    ...(holdsFor(actor, standing.given?.by) ? ['giver'] : []),
    ...(holdsFor(actor, standing.leadId) ? ['lead'] : []),
  ];
}

/** Whoever reads the profile reads what goes into it; so do those who are asked for it, gave it, or give for the agency. */
export function readers({ standing: { agencyId, given, leadId } }: Figures): Reader[] {
  const ofAgency = (['manager', 'member'] as const).map((role) => `agency:${agencyId}:${role}`);
  const named = [given?.by, leadId].flatMap((id) => (id ? [`user:${id}`] : []));
  return longest(readerLines([...byRole(profileReaders), ...ofAgency, ...named], ['case']));
}
