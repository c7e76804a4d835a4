import { labelOf } from '@mase/workflow/words';
import { dateWords } from '../../date-words.js';
import { statusWords } from './about.js';
import type { ChildView } from './child.js';

type Entry = NonNullable<ChildView['written']>[number];

const titles: Record<string, string> = {
  'about-me': 'About me',
  carer: 'Carer or contact',
  'carer-ended': 'No carer or contact any longer',
  'status-line': 'Status',
  status: 'Legal status and placement',
  identity: 'Who the child is',
  'case-moved': 'A case that was moved to another child',
};

/** What an entry of a child’s own record is called, with what tells it from others of its kind. */
export function childEntryTitle({
  kind,
  body,
  happened,
}: Pick<Entry, 'kind' | 'body'> & { happened?: string }): string {
  const own = kind.startsWith('carer')
    ? body.name
    : kind === 'status-line'
      ? statusWords(String(body.status))
      : null;
  const title = [titles[kind] ?? labelOf(kind), own].filter(Boolean).join(': ');
  return happened ? `${title}, ${dateWords(happened)}` : title;
}

const withdrawable = new Set(['about-me', 'carer', 'carer-ended', 'status-line', 'status', 'identity']);

/** The entries that may be withdrawn, newest first. */
export function withdrawableEntries({ written = [] }: ChildView): { value: string; text: string }[] {
  return written
    .filter(({ kind, wrong, body }) => withdrawable.has(kind) && !wrong && body.as !== 'known')
    .map((entry) => ({ value: entry.id, text: childEntryTitle(entry) }));
}
