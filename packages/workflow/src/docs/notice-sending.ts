import { noticeClocks } from '../notices/standing.js';

/** The clocks of sending a statutory notice, which begin with its being needed. */
export const noticeSending = Object.fromEntries(
  Object.values(noticeClocks).map((rule) => [
    rule,
    {
      starts: [
        ...['notices/record-notice', 'notices/decide-notice'],
        ...(rule === 'rapid-review' ? ['notices/send-notice'] : []),
      ],
      ends: ['notices/send-notice'],
    },
  ]),
);
