import type { ContentClass, RecordKind, Role } from '@mase/workflow';

/** Who may look at an address, as the rules of practice say it; the policies of the topics say it of commands. */
export type RouteRight =
  /** A view of one record: for whoever reads any class of it; refused in words to whoever does not read the class named. */
  | { views: RecordKind; reads?: ContentClass }
  /** A view of any record. */
  | { viewsAny: true; reads: ContentClass }
  /** For these roles alone, whatever it is asked of. */
  | { roles: readonly Role[]; query?: string }
  /** It needs no policy of its own: why. */
  | { free: string };

export const overseers: readonly Role[] = ['auditor', 'information-governance', 'caldicott-guardian'];
export const registrars: readonly Role[] = ['coordinator', 'triage-social-worker', 'triage-officer'];
export const administrator: readonly Role[] = ['administrator'];

export const missingReaders: readonly Role[] = [
  ...(['coordinator', 'chair', 'deputy-chair', 'senior', 'auditor', 'police-desk'] as const),
  ...(['interviewer', 'manager'] as const),
];
export const scorecardReaders: readonly Role[] = [
  ...(['coordinator', 'chair', 'deputy-chair', 'senior', 'auditor', 'manager'] as const),
];
export const incidentReaders: Role[] = [
  'coordinator',
  'chair',
  'deputy-chair',
  'senior',
  'auditor',
  'police-desk',
  'intelligence-officer',
  'intelligence-supervisor',
];
export const lines =
  'A list of what the reader sees: row level security keeps the rest; the canary tests look at its lines.';
export const own = 'The reader’s own.';
export const beforeSignIn =
  'Asked before anybody is signed in, or by whoever signs in; it shows nothing of a record.';
