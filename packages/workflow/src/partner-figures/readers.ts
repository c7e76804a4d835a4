import type { Actor, Reader, StoredRecord } from '../model.js';
import { holdsFor } from '../posts.js';
import { profileReaders } from '../problem-profile/readers.js';
import { byRole, readerLines } from '../readers.js';
import type { Role } from '../roles.js';
import type { PartnerFiguresStanding } from './standing.js';

type Figures = StoredRecord<PartnerFiguresStanding>;

/** Who gives the figures of any agency, as they are sent: those who put the profile together. */
export const onBehalfOfAnybody: readonly Role[] = ['coordinator', 'chair', 'deputy-chair', 'senior'];

/** Who gives the figures of his or her own agency. */
export const forTheirAgency: readonly Role[] = [
  ...(['manager', 'member', 'police-desk', 'intelligence-officer', 'intelligence-supervisor'] as const),
];

/** Whoever gave the figures is to them the giver. */
export function relations(actor: Actor, { standing }: Figures): string[] {
  return holdsFor(actor, standing.given?.by) ? ['giver'] : [];
}

/** Whoever reads the profile reads what goes into it; so do whoever gave the figures and those who give for the agency. */
export function readers({ standing: { agencyId, given } }: Figures): Reader[] {
  const ofAgency = (['manager', 'member'] as const).map((role) => `agency:${agencyId}:${role}`);
  const givers = given?.by ? [`user:${given.by}`] : [];
  return readerLines([...byRole(profileReaders), ...ofAgency, ...givers], ['case']);
}
