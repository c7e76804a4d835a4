import { qualityLeads } from '../case-audits/recorders.js';
import type { Role } from '../roles.js';

/** Who keeps the registers of quality: those who answer for it, and the coordinator. */
export const qualityKeepers: readonly Role[] = [...qualityLeads, 'coordinator'];

/** The keepers of these registers, in words. */
export const qualityKeepersWords = 'the partnership’s auditor, a senior manager or the coordinator';

/** Who reads the registers of quality: those who steer and oversee, and those who answer for an agency or a team. */
export const qualityReaders: readonly Role[] = [
  ...qualityKeepers,
  ...(['chair', 'deputy-chair', 'manager', 'member', 'information-governance'] as const),
];
