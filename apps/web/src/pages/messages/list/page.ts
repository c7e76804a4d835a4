import { labelOf, messageWords } from '@mase/workflow/words';
import { momentWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { placeOf } from '../../../place-of.js';
import { readList } from '../../../read-list.js';

/** A message as the api lists it: what happened, to whom it is told, and the record that it is about. */
interface MessageLine {
  id: string;
  kind: string;
  principal: string;
  at: string;
  recordId: string;
  /** The clock of which it reminds. */
  clock?: string | null;
  about: { kind: string; title: string; reference: string | null; childName?: string | null } | null;
}

/** Kinds of message that name no record: whoever gets one may know nothing of it any more. */
const ofNoRecord = new Set(['copy-withdrawn']);

/** What it is about; with the child’s name, as far as the reader sees it, where the title does not say it. */
function aboutWords({ kind, title, childName }: NonNullable<MessageLine['about']>): string {
  if (childName && kind === 'link') return title.replace(/^child\b/i, childName);
  return childName && !title.includes(childName) ? `${childName}: ${title}` : title;
}

function line({ kind, principal, at, recordId, clock, about: told }: MessageLine) {
  const about = ofNoRecord.has(kind) ? null : told;
  return {
    what: [messageWords[kind] ?? labelOf(kind), clock].filter(Boolean).join(': '),
    about: about ? aboutWords(about) : '',
    reference: about?.reference ?? null,
    href: about && placeOf(about.kind, recordId),
    when: momentWords(at),
    mine: principal.startsWith('user:'),
  };
}

/** What happened that the reader is told of, newest first; what waits for an answer stands in the list of work. */
export const page: Page = {
  id: 'messages/list',
  url: '/messages',
  section: '/messages',

  async get(visit) {
    const { items, next } = await readList<MessageLine>(visit, '/api/v1/messages');
    return show({
      title: 'Messages',
      model: {
        lines: items.map(line),
        next: next && `/messages?after=${encodeURIComponent(next)}`,
      },
    });
  },
};
