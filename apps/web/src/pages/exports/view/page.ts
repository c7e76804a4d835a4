import { commandLabels } from '@mase/workflow/words';
import { canDo, missingFor } from '../../../allowed.js';
import { type Page, show } from '../../../page.js';
import { withDates } from '../../../why-dates.js';
import {
  type ExportView,
  exportFacts,
  exportTag,
  progressWords,
  readExport,
  recipientWords,
  whatWords,
} from '../export.js';

const steps = ['approve-export', 'begin-download', 'refuse-export', 'withdraw-export'];

/** How the file is fetched, by whoever begun it: for the first time, or again within its day; null where it is not. */
function fileOf({ id, state, what, download }: ExportView) {
  const { startedAt, again, atWork, end } = download;
  const isOver = startedAt !== null && (again === null || what === 'peer-review');
  if (state !== 'begun' || isOver || atWork) return null;
  return {
    href: `/exports/${id}/file`,
    again,
    /** The command line goes on from the byte that came last. */
    verb: startedAt && !end?.complete ? `mase export ${id} --out FILE` : null,
  };
}

/** One export: what, for whom, why, who decided, and the file once it is begun. */
export const page: Page = {
  id: 'exports/view',
  url: '/exports/:id',
  section: '/exports',

  async get(visit) {
    const { one } = await readExport(visit);
    const { allowed, state } = one;
    const href = `/exports/${one.id}`;
    const next = state === 'requested' ? 'approve-export' : 'begin-download';
    const isMine = one.names[one.begun?.by ?? ''] === visit.who?.name;
    return show({
      title: 'Export',
      back: { href: '/exports', text: 'Exports' },
      model: {
        caption: whatWords(one),
        tag: exportTag(one),
        ...withDates(exportFacts(one), one),
        file: isMine ? fileOf(one) : null,
        progress: progressWords(one),
        refresh: one.download.atWork ? href : null,
        pack: one.what === 'peer-review' && !one.ended ? `${href}/peer-review` : null,
        copies: one.copies.map((copy) => ({
          ...copy,
          digest: copy.digest.slice(0, 16),
          whose: copy.outside ? recipientWords(one) : (one.names[copy.recipientId] ?? 'Somebody'),
        })),
        missing: state === 'requested' || state === 'approved' ? missingFor(allowed, `exports/${next}`) : [],
        steps: steps
          .filter((verb) => canDo(allowed, `exports/${verb}`))
          .map((verb) => ({ href: `${href}/${verb}`, text: commandLabels[`exports/${verb}`] ?? verb })),
      },
    });
  },
};
