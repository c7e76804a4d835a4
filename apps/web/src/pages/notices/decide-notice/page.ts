import { choicesOf } from '../../../allowed.js';
import { commandPage } from '../../../command-page.js';
import { noticeSubject } from '../notice.js';

const needs: Record<string, string> = { needed: 'It is needed', 'not-needed': 'It is not needed' };

/** Decides whether a notice is needed, and why. */
export const page = commandPage({
  command: 'notices/decide-notice',
  section: '/child-cases',
  opened: async (visit) => {
    const subject = await noticeSubject(visit);
    const open = choicesOf(subject.allowed, 'notices/decide-notice');
    return { ...subject, options: { need: open.map((value) => ({ value, text: needs[value] ?? value })) } };
  },
  says: 'Where it is needed, its time to be sent counts from when it was known.',
  asks: [
    { name: 'need', label: 'Is the notice needed?', called: 'whether it is needed', kind: 'radios' },
    { name: 'reasons', label: 'Why?', called: 'why', kind: 'text' },
  ],
  done: 'The decision is recorded.',
});
