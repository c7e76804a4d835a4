import type { Role } from '../roles.js';

/** Who reads the problem profile: those who steer, those who oversee, and the police; as in the function of the database that counts. */
export const profileReaders: readonly Role[] = [
  ...(['coordinator', 'chair', 'deputy-chair', 'senior', 'auditor', 'police-desk'] as const),
  ...(['intelligence-officer', 'intelligence-supervisor'] as const),
];
