import type { AgencyUpdate, VoiceRecord } from '@mase/documents';
import type { DatedRow } from '@mase/store';
import { type Case, fieldsOf, type Papers } from './papers.js';

/** What the child or the parent said, newest first, and what was tried so that they could say it. */
export function voice(papers: Papers, record: Case, of: 'child' | 'parent', name: string): VoiceRecord {
  const rows = papers.written(record.id, 'view').filter((row) => fieldsOf(row).of === of);
  const who = of === 'child' ? name : 'Parent or carer';
  const quoted = rows.filter((row) => fieldsOf(row).words);
  return {
    quotations: quoted.map((row) => ({
      words: fieldsOf(row).words as string,
      source: [who, papers.day(row.happened), fieldsOf(row).how].filter(Boolean).join(', '),
    })),
    attempts: rows.filter((row) => !quoted.includes(row)).map((row) => attemptWords(papers, row)),
  };
}

function attemptWords(papers: Papers, row: DatedRow): string {
  const { how, whyNot } = fieldsOf(row);
  return `${papers.day(row.happened)}: ${[how, whyNot].filter(Boolean).join('. ')}`;
}

/** What police and the advocate say of it, newest first. */
export function updates(papers: Papers, record: Case): AgencyUpdate[] {
  const rows = papers
    .written(record.id, 'view')
    .filter((row) => ['police', 'advocate'].includes(fieldsOf(row).of ?? ''));
  return rows.map((row) => {
    const author = papers.user(row.authorId);
    const { of, words, whyNot } = fieldsOf(row);
    return {
      agency: of === 'police' ? 'Police' : 'Advocate',
      by: [author?.name, author && papers.agency(author.agencyId)].filter(Boolean).join(', ') || null,
      date: papers.day(row.happened),
      words: words ?? (whyNot ? `No view could be had: ${whyNot}` : null),
    };
  });
}
