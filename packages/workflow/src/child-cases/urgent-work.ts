import type { Missing, StoredRecord } from '../model.js';
import { gradeDrop } from '../profile/grade.js';
import type { ChildCaseStanding } from './standing.js';

const duty = 'the duty manager, the out-of-hours team or the police desk';
const team = 'the manager of the team';

/** Work on danger and on current harm that an end of the case would cut off, by its clock: what is missing, and whose it is. */
const urgent: readonly (Missing & { rule: string })[] = [
  {
    rule: 'danger-acknowledgement',
    code: 'dangerUnacknowledged',
    words: 'Immediate danger is not acknowledged yet: a named person acknowledges it first.',
    who: duty,
  },
  {
    rule: 'strategy-discussion',
    code: 'strategyDiscussion',
    words: 'The strategy discussion on the immediate danger is still to be held.',
    who: 'the manager of the team, or the duty manager',
  },
  {
    rule: 'current-harm-strategy',
    code: 'currentHarm',
    words: 'The strategy discussion on the current harm is still to be held, or a manager says why none.',
    who: team,
  },
  {
    rule: 'conference',
    code: 'conference',
    words: 'The section 47 enquiry is open: its outcome or the child protection conference comes first.',
    who: team,
  },
];

/** What is still to be done about immediate danger and current harm before a case may end; nobody sets it aside. */
export function urgentWork({ standing }: Pick<StoredRecord<ChildCaseStanding>, 'standing'>): Missing[] {
  const running = new Set(standing.clocks.map(({ rule }) => rule));
  return urgent.filter(({ rule }) => running.has(rule)).map(({ rule: _rule, ...open }) => open);
}

/** A grade that was proposed higher than what is confirmed rules until it is answered: certainty falls only by correction. */
export function unansweredRise({ standing }: Pick<StoredRecord<ChildCaseStanding>, 'standing'>): Missing[] {
  const { proposed, confirmed } = standing;
  if (!proposed || (confirmed && gradeDrop(confirmed.grade, proposed.grade) >= 0)) return [];
  return [
    {
      code: 'openProposal',
      words: 'A proposed rise of the grade waits for its confirmation.',
      who: 'the manager of the team',
    },
  ];
}
