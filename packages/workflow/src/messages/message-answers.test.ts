import { describe, expect, it } from 'vitest';
import { topics } from '../topics.js';
import { messageAnswers } from './message-answers.js';
import { messageWords } from './message-words.js';

/** What tells and asks for nothing of whoever is told: a new kind of message stands here or has its answers. */
const tellsOnly = [
  ...[
    'child-not-missing',
    'copy-withdrawn',
    'restriction-lifted',
    'connection-recorded',
    'shut-out-by-another',
  ],
  ...['worker-allocated', 'nomination-accepted', 'nomination-declined', 'person-of-concern-allocated'],
  ...[
    'person-of-concern-resumed',
    'removal-refused',
    'care-manager-answered',
    'measure-given',
    'measure-ended',
  ],
  ...['case-resumed', 'transfer-accepted', 'transfer-refused', 'transfer-withdrawn', 'referral-joined'],
  ...['information-answered', 'information-fed-back', 'challenge-escalated', 'challenge-resolved'],
  ...['intelligence-shared', 'intelligence-withdrawn', 'intelligence-regraded', 'intelligence-changed'],
  ...['intelligence-ended', 'intelligence-fed-back', 'intelligence-source-referred', 'requirement-answered'],
  ...[
    'identifier-match-told',
    'identifier-match-withdrawn',
    'identifier-match-kept-back',
    'link-kept-back',
    'incident-withdrawn',
    'joined-panel',
    'sittings-planned',
  ],
  ...['sitting-scheduled', 'sitting-moved', 'sitting-cancelled', 'papers-issued', 'copy-recalled'],
  ...[
    'chairs-action-taken',
    'item-attending',
    'item-left',
    'letter-issued',
    'glass-tried',
    'glass-justified',
  ],
  ...['glass-not-justified', 'on-the-rota', 'shift-swapped', 'work-falls-to-you', 'work-goes-back'],
  ...['absence-recorded', 'part-delegated', 'part-goes-back', 'guardian-away', 'guardian-missing'],
  ...['consultation-answered', 'audit-withdrawn', 'quality-led'],
];

const ofClocks = (kind: string) => kind.startsWith('reminder-');

describe('the answers to messages', () => {
  it('say of every kind of message how it is answered, or that nothing is asked, and not both', () => {
    const kinds = Object.keys(messageWords).filter((kind) => !ofClocks(kind));
    expect([...tellsOnly, ...Object.keys(messageAnswers)].sort()).toEqual(kinds.sort());
  });

  it('are commands that somebody may give', () => {
    const known = topics.flatMap(({ name, policy }) =>
      policy.filter(({ roles }) => roles.length > 0).map(({ command }) => `${name}/${command}`),
    );
    const unknown = Object.values(messageAnswers)
      .flat()
      .filter((command) => !known.includes(command));
    expect(unknown).toEqual([]);
  });
});
