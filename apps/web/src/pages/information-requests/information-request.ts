import { labelOf, sharingPowers } from '@mase/workflow/words';
import { birthWords, dateWords, dueWords } from '../../date-words.js';
import { type OnCaseTopic, type OnCaseView, onCaseSubject } from '../../on-case.js';

/** A request for information as the api shows it. */
export interface RequestView extends OnCaseView {
  agencyName: string;
  contactName: string | null;
  question: string;
  powers: (keyof typeof sharingPowers)[];
  purpose: string;
  asked: { name: string; at: string } | null;
  chased: { times: number; at: string } | null;
  answered: { outcome: string; decider: string; at: string; outside: boolean } | null;
  fedBackAt: string | null;
}

/** How an agency answered, in words. */
export const outcomeWords: Record<string, string> = {
  given: 'Given',
  'given-in-part': 'Given in part',
  refused: 'Refused',
};

/** Powers in words, one after another. */
export function powerWords(powers: RequestView['powers']): string {
  return powers.map((one) => sharingPowers[one]).join('; ');
}

function facts(view: RequestView) {
  const asked = view.written.find(({ kind }) => kind === 'information-request')?.body ?? {};
  const child = (asked.child ?? {}) as { name?: string; birthDate?: string | null };
  const born = child.birthDate ? `, born ${birthWords(child.birthDate)}` : '';
  const lines: [string, string | null][] = [
    ['Child', `${child.name ?? view.name}${born}`],
    ['Agency', [view.agencyName, view.contactName].filter(Boolean).join(', ')],
    ['Question', typeof asked.question === 'string' ? asked.question : view.question],
    ['Purpose', typeof asked.purpose === 'string' ? asked.purpose : view.purpose],
    ['Power', powerWords(view.powers)],
    ['Asked by', view.asked ? `${view.asked.name}, ${dateWords(view.asked.at)}` : null],
    ['Answer due', view.due ? dueWords(view.due) : null],
    ['Chased', view.chased ? `${view.chased.times} times, last ${dateWords(view.chased.at)}` : null],
    [
      'Answer',
      view.answered ? `${outcomeWords[view.answered.outcome]}, ${dateWords(view.answered.at)}` : null,
    ],
    ['Decided by', view.answered?.decider ?? null],
  ];
  return lines.flatMap(([key, text]) => (text ? [{ key, text }] : []));
}

/** How requests for information are shown. */
export const requestTopic: OnCaseTopic<RequestView> = {
  topic: 'information-requests',
  section: '/information-requests',
  title: () => 'Request for information',
  facts,
  entries: {
    'information-answer': {
      title: 'Answered',
      labels: { outcome: 'Outcome', answer: 'What was given', reason: 'Why not', decider: 'Decided by' },
    },
    'information-chased': { title: 'Chased', labels: { words: 'What was said' } },
    'information-withdrawn': { title: 'Withdrawn', labels: { reason: 'Why' } },
    'information-fed-back': { title: 'The agency was told what came of it', labels: { words: 'What' } },
  },
  codes: { outcome: (code) => outcomeWords[code] ?? labelOf(code) },
  steps: ['answer-information', 'feed-back', 'chase-answer', 'withdraw-request'],
};

/** The request as the subject of one of its commands. */
export const requestSubject = onCaseSubject(requestTopic);
