import { noticeAnswers } from '@mase/workflow/words';
import { commandPage } from '../../../command-page.js';
import { readOnCase } from '../../../on-case.js';
import { answerWords, type NoticeView, noticeSubject, noticeTitle } from '../notice.js';

/** Answers that fit a notice: decisions on grounds belong to the National Referral Mechanism. */
function fitting(kind: NoticeView['kind']) {
  const fits = noticeAnswers.filter(
    (one) => one === 'acknowledged' || one.includes('-grounds-') === (kind === 'nrm'),
  );
  return fits.map((value) => ({ value, text: answerWords[value] ?? value }));
}

/** Records what came back of a notice. */
export const page = commandPage({
  command: 'notices/answer-notice',
  section: '/child-cases',
  opened: async (visit) => {
    const subject = await noticeSubject(visit);
    const kind = (await readOnCase<NoticeView>(visit, 'notices')).view.kind;
    return {
      ...subject,
      caption: `${subject.caption}, ${noticeTitle({ kind })}`,
      options: { answer: fitting(kind) },
    };
  },
  says: 'What you write is read by those who hold the case and by those who oversee.',
  asks: [
    { name: 'answer', label: 'What came back?', called: 'what came back', kind: 'radios' },
    { name: 'words', label: 'In words', called: 'the answer in words', kind: 'text' },
  ],
  done: 'The answer is recorded.',
});
