import { labelOf } from '@mase/workflow/words';
import { dateWords, dueWords } from '../../date-words.js';
import { type OnCaseTopic, type OnCaseView, onCaseSubject } from '../../on-case.js';

/** A challenge as the api shows it. */
export interface ChallengeView extends OnCaseView {
  about: string;
  words: string;
  raised: { name: string; at: string } | null;
  stageLabel: string;
  lastStage: boolean;
  answered: { outcome: string; name: string; at: string } | null;
  settled: { how: string; at: string } | null;
}

/** What is challenged, in words. */
export const themeWords: Record<string, string> = {
  grade: 'The grade',
  delay: 'Delay',
  plan: 'The plan',
  closure: 'Closing, or not taking on',
  other: 'Something else',
};

/** What those who were asked say, in words. */
export const answerWords: Record<string, string> = {
  upheld: 'Upheld',
  'upheld-in-part': 'Upheld in part',
  'not-upheld': 'Not upheld',
};

/** How a challenge was settled, in words. */
export const endingWords: Record<string, string> = {
  changed: 'What was challenged was changed',
  agreed: 'The answer was accepted',
  'not-agreed': 'No agreement; the reasons of both stand',
  withdrawn: 'Withdrawn',
};

function facts(view: ChallengeView) {
  const raised = view.written.find(({ kind }) => kind === 'challenge')?.body ?? {};
  const text = (field: string) => (typeof raised[field] === 'string' ? (raised[field] as string) : null);
  const lines: [string, string | null][] = [
    ['About', themeWords[view.about] ?? labelOf(view.about)],
    ['What is challenged, and why', text('words') ?? view.words],
    ['What is asked for', text('wanted')],
    ['Raised by', view.raised ? `${view.raised.name}, ${dateWords(view.raised.at)}` : null],
    ['Stage', view.settled ? null : view.stageLabel],
    [
      view.state === 'answered' ? 'Settled or taken further by' : 'Answer due',
      view.due ? dueWords(view.due) : null,
    ],
    ['Settled', view.settled ? `${endingWords[view.settled.how]}, ${dateWords(view.settled.at)}` : null],
  ];
  return lines.flatMap(([key, line]) => (line ? [{ key, text: line }] : []));
}

/** How challenges are shown. */
export const challengeTopic: OnCaseTopic<ChallengeView> = {
  topic: 'challenges',
  section: '/challenges',
  title: () => 'Challenge',
  notice: () =>
    'Whoever sees a case may challenge what is done about it. The plan goes on meanwhile: a challenge is never held against the child.',
  facts,
  entries: {
    'challenge-answer': { title: 'Answered', labels: { stage: 'Stage', outcome: 'Answer', words: 'Why' } },
    'challenge-escalated': {
      title: 'Taken to the next stage',
      labels: { from: 'From', words: 'Why the answer does not settle it' },
    },
    'challenge-resolved': { title: 'Settled', labels: { how: 'How', words: 'What follows' } },
    'challenge-withdrawn': { title: 'Withdrawn', labels: { reason: 'Why' } },
  },
  codes: {
    outcome: (code) => answerWords[code] ?? labelOf(code),
    how: (code) => endingWords[code] ?? labelOf(code),
  },
  steps: ['answer-challenge', 'resolve-challenge', 'escalate-challenge', 'withdraw-challenge'],
};

/** The challenge as the subject of one of its commands. */
export const challengeSubject = onCaseSubject(challengeTopic);
