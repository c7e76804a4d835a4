import { commandPage, type Subject } from '../../../command-page.js';
import { dateWords } from '../../../date-words.js';
import type { Visit } from '../../../visit.js';
import { readSitting, subjectOf } from '../sitting.js';

/** The sitting, with the day that it is fixed for beside the question that hangs on it. */
async function opened(visit: Visit): Promise<Subject> {
  const { sitting, etag } = await readSitting(visit);
  return {
    ...subjectOf(sitting, etag),
    hints: { otherDayReason: `It is fixed for ${dateWords(sitting.startsAt)}.` },
  };
}

/** Starts a sitting; without a quorum, and on another day than its own, the chair says why. */
export const page = commandPage({
  command: 'sittings/start-sitting',
  section: '/sittings',
  opened,
  says: 'From now on items are opened and decided.',
  asks: [
    {
      name: 'otherDayReason',
      label: 'If it starts on another day than the one it is fixed for: why?',
      called: 'why the sitting starts on another day',
      kind: 'text',
      hint: 'The minutes print it. Leave this empty on the day.',
    },
    {
      name: 'inquorateReason',
      label: 'If the sitting is not quorate: why does it proceed?',
      called: 'why the sitting proceeds without its quorum',
      kind: 'text',
      hint: 'Leave this empty where the agencies of the quorum are present. A sitting that is not quorate cannot step down, remove or close.',
    },
  ],
  done: 'The sitting is in session.',
});
