import { dateWords } from '../../date-words.js';
import type { CaseView } from './case-view.js';

/** What was written for the receiving area, latest first, with the words before each field; all that it reads before it accepts. */
export function noticeRows({ written }: Pick<CaseView, 'written'>): { key: string; text: string }[] {
  const notice = written.find(({ kind, wrong }) => kind === 'transfer-notice' && !wrong);
  if (!notice) return [];
  const { name, birthDate, reference, movedOn, needToKnow, by, area } = notice.body as Record<
    string,
    string | null
  >;
  return [
    { key: 'Name', text: name ?? '' },
    { key: 'Date of birth', text: birthDate ? dateWords(birthDate) : 'Not yet known' },
    { key: 'Reference', text: reference ?? '' },
    { key: 'Receiving area', text: area ?? '' },
    { key: 'Lives there since', text: movedOn ? dateWords(movedOn) : '' },
    { key: 'What you must know now', text: needToKnow ?? '' },
    { key: 'Asked by', text: `${by ?? ''}, ${dateWords(notice.happened)}` },
  ];
}

/** Whether the reader has what was written for the receiving area, and nothing else of the case. */
export function isReceiver({ classes }: Pick<CaseView, 'classes'>): boolean {
  return classes.includes('transfer') && !classes.some((one) => ['case', 'sheet', 'safety'].includes(one));
}
