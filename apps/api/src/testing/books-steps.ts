import { cover } from './cover-steps.js';
import { type JourneyStep, nobody, reason } from './journey-step.js';

/** An agency and an account, from their beginning to the end of access. */
export const books: JourneyStep[] = [
  {
    command: 'agencies/add-agency',
    who: 'admin',
    as: 'agency',
    body: () => ({ name: 'Made-up school', kind: 'education', teams: [{ id: 'form', name: 'Form tutors' }] }),
    refusedBody: () => ({
      name: 'Twice',
      kind: 'education',
      teams: [
        { id: 'a', name: 'A' },
        { id: 'a', name: 'B' },
      ],
    }),
  },
  {
    command: 'users/add-user',
    who: 'admin',
    as: 'user',
    body: ({ known }) => ({
      name: 'New Person',
      email: 'new@fernshire.example.org',
      agencyId: known.agency,
      teamId: 'form',
      roles: ['worker'],
    }),
    refusedBody: () => ({
      name: 'New Person',
      email: 'newer@fernshire.example.org',
      agencyId: nobody,
      roles: ['worker'],
    }),
  },
  {
    command: 'users/change-role',
    who: 'admin',
    on: 'user',
    body: () => ({ roles: ['referrer'], ...reason() }),
    refusedBody: () => ({ roles: ['administrator', 'worker'], ...reason() }),
  },
  ...cover,
  { command: 'users/end-access', who: 'admin', on: 'user', body: reason },
];
