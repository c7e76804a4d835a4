import { labelOf, type NoticeKind, noticeLabels, stateLabels } from '@mase/workflow/words';
import { dateWords, dueWords } from '../../date-words.js';
import { type OnCaseTopic, type OnCaseView, onCaseSubject } from '../../on-case.js';

/** A statutory notice as the api shows it. */
export interface NoticeView extends OnCaseView {
  kind: NoticeKind | null;
  cause: string;
  since: string | null;
  need: { is: string; at: string } | null;
  sent: { to: string; reference: string | null; at: string } | null;
  answers: { answer: string; on: string }[];
}

const causeWords: Record<string, string> = {
  'position-of-trust': 'Somebody of concern works with children or is trusted with them',
  movement: 'The child was moved for exploitation, or is thought to have been',
  'serious-incident': 'A serious incident was notified',
};

/** What came back, in words. */
export const answerWords: Record<string, string> = {
  acknowledged: 'Received',
  outcome: 'Outcome',
  'reasonable-grounds-positive': 'Reasonable grounds: positive',
  'reasonable-grounds-negative': 'Reasonable grounds: negative',
  'conclusive-grounds-positive': 'Conclusive grounds: positive',
  'conclusive-grounds-negative': 'Conclusive grounds: negative',
};

/** First responders by their names. */
export const responderWords: Record<string, string> = {
  barnardos: 'Barnardo’s',
  nspcc: 'NSPCC',
  'national-crime-agency': 'National Crime Agency',
  'salvation-army': 'Salvation Army',
};

/** What a notice is called. */
export function noticeTitle({ kind }: Pick<NoticeView, 'kind'>): string {
  return kind ? noticeLabels[kind] : 'Statutory notice';
}

function facts(view: NoticeView) {
  const { sent, need } = view;
  const lines: [string, string | null][] = [
    ['Why it came up', causeWords[view.cause] ?? 'Recorded by whoever works with the child'],
    ['Known since', view.since ? dateWords(view.since) : null],
    ['Needed', need ? `${labelOf(need.is)}, decided ${dateWords(need.at)}` : 'To be decided'],
    ['Due', view.due ? dueWords(view.due) : null],
    ['Sent', sent ? `${sent.to}, ${dateWords(sent.at)}` : null],
    ['Reference', sent?.reference ?? null],
    [
      'Answer',
      view.answers.map(({ answer, on }) => `${answerWords[answer]}, ${dateWords(on)}`).join('; ') || null,
    ],
  ];
  return lines.flatMap(([key, text]) => (text ? [{ key, text }] : []));
}

/** How statutory notices are shown. */
export const noticeTopic: OnCaseTopic<NoticeView> = {
  topic: 'notices',
  section: '/child-cases',
  title: noticeTitle,
  notice: ({ state }) =>
    state === 'toDecide'
      ? 'Something that was recorded asks whether this notice is needed. Decide, and say why.'
      : `${stateLabels[state] ?? labelOf(state)}.`,
  facts,
  entries: {
    notice: { title: 'It came up', labels: { reasons: 'Why' } },
    'notice-decision': { title: 'Decided', labels: { need: 'Needed', reasons: 'Why' } },
    'notice-sent': {
      title: 'Sent',
      labels: {
        to: 'To',
        reference: 'Reference',
        firstResponder: 'First responder',
        guardianService: 'Guardian service',
      },
    },
    'notice-answer': { title: 'Answer', labels: { answer: 'Answer', words: 'In words' } },
  },
  codes: {
    need: labelOf,
    answer: (code) => answerWords[code] ?? labelOf(code),
    firstResponder: (code) => responderWords[code] ?? labelOf(code),
    guardianService: labelOf,
  },
  steps: ['send-notice', 'answer-notice', 'decide-notice'],
};

/** The notice as the subject of one of its commands. */
export const noticeSubject = onCaseSubject(noticeTopic);
