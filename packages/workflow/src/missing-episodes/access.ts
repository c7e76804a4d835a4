import { type ChildStanding, holdersOf } from '../children/standing.js';
import type { Actor, QueueLine, Reader, StoredRecord } from '../model.js';
import { holdsFor } from '../posts.js';
import type { Role } from '../roles.js';
import type { PolicyRow } from '../topic.js';
import type { Episode } from './absences.js';
import type { MissingEpisodeStanding } from './standing.js';

/** Whoever works with a case of the child, or is of the team that holds one. */
export function holdsChild(actor: Actor, principals: readonly string[]): boolean {
  return principals.some((one) =>
    one.startsWith('user:')
      ? holdsFor(actor, one.slice('user:'.length))
      : actor.teamId !== null && one.startsWith(`team:${actor.teamId}:`),
  );
}

/** The relation of holding a case of the child; a new record asks the child. */
export function relations(
  actor: Actor,
  record: StoredRecord<{ holders: string[] } & MissingEpisodeStanding>,
  locked: readonly StoredRecord[],
): string[] {
  const child = locked.find(({ kind, id }) => kind === 'child' && id === record.parentId);
  const principals =
    record.version === 0
      ? child
        ? holdersOf(child.standing as ChildStanding)
        : []
      : record.standing.holders;
  return holdsChild(actor, principals) ? ['holder'] : [];
}

const booksRoles = ['triage-social-worker', 'triage-officer', 'coordinator', 'police-desk'] as const;
const reporters: readonly Role[] = [...booksRoles, 'duty-manager', 'out-of-hours'];
const holder = {
  roles: ['worker', 'manager'],
  relation: 'holder',
  words: 'whoever holds a case of the child',
} as const;

const byBooks = (command: string): PolicyRow => ({
  command,
  roles: booksRoles,
  words: 'triage, the coordinator or the police desk',
});
const byReporters = (command: string): PolicyRow[] => [
  {
    command,
    roles: reporters,
    words: 'triage, the coordinator, the police desk, the duty manager or the out-of-hours team',
  },
  { command, ...holder },
];

/** Who may give which command on an absence. */
export const policy: readonly PolicyRow[] = [
  byBooks('record-episode'),
  ...['report-missing', 'record-search', 'change-kind', 'record-return', 'tell-area'].flatMap(byReporters),
  ...['decide-report', 'withdraw-episode'].flatMap((command) => byReporters(command).slice(0, 1)),
  {
    command: 'withdraw-episode',
    ...holder,
    roles: ['manager'],
    words: 'a manager who holds a case of the child',
  },
  {
    command: 'record-prevention-interview',
    roles: ['police-desk', 'triage-officer', 'coordinator'],
    words: 'the police, or the coordinator for them',
  },
  {
    command: 'record-not-offered',
    roles: ['interviewer', 'triage-social-worker', 'coordinator'],
    words: 'the interviewer, triage or the coordinator',
  },
  { command: 'record-not-offered', ...holder },
];

/** Who reads an episode: those who record and ask about it, the intelligence desk, who oversee, who hold a case of the child or did until lately. */
export function readers({ standing }: Episode): Reader[] {
  // An episode is part of what a request for access covers: those who answer it read it.
  const answerers = ['information-governance', 'caldicott-guardian'];
  const police = ['intelligence-officer', 'intelligence-supervisor'];
  const roles = [...reporters, ...police, ...answerers, 'interviewer', 'auditor', 'senior'].map(
    (role) => `role:${role}`,
  );
  const lines: [string, string | null][] = [
    ...Object.entries(standing.former ?? {}),
    ...[...roles, ...standing.holders].map((principal): [string, null] => [principal, null]),
  ];
  return lines.map(([principal, until]) => ({ principal, class: 'case', until }));
}

const told = (due: string, step: string, ...principals: string[]): QueueLine[] =>
  principals.map((principal) => ({ principal, due, step }));

/** An absence stands in the lists of those who look for the child while it lasts; a held report in those of triage. */
export function queue({ state, standing }: Episode): QueueLine[] {
  const { since, reportedAt } = standing;
  if (!since || !reportedAt || state === 'merged' || state === 'withdrawn') return [];
  if (state === 'held')
    return told(
      reportedAt,
      'decide-report',
      'role:triage-social-worker',
      'role:police-desk',
      'role:duty-manager',
      'role:out-of-hours',
      ...standing.holders,
    );
  const owed = standing.area?.owedSince;
  return [
    ...(state === 'absent'
      ? told(
          since,
          'look-for-child',
          'role:police-desk',
          'role:duty-manager',
          'role:out-of-hours',
          ...standing.holders,
        )
      : []),
    ...(owed ? told(owed, 'tell-area', 'role:triage-social-worker') : []),
  ];
}
