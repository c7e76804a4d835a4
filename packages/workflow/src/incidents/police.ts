import type { Role } from '../roles.js';

/** Officers who record incidents and intelligence. */
export const policeOfIncidents = [
  'police-desk',
  'intelligence-officer',
  'intelligence-supervisor',
] as const satisfies Role[];
