import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { type ExportLine, exportTag, recipientWords, whatWords } from '../export.js';

/** Exports in bulk, the newest first. */
export const page: Page = {
  id: 'exports/list',
  url: '/exports',
  section: '/exports',

  async get(visit) {
    const { items } = await readList<ExportLine>(visit, '/api/v1/exports');
    const askers = ['information-governance', 'auditor', 'intelligence-officer', 'intelligence-supervisor'];
    return show({
      title: 'Exports',
      model: {
        mayAsk: (visit.who?.roles ?? []).some((role) => askers.includes(role)),
        mayReview: (visit.who?.roles ?? []).some((role) =>
          ['information-governance', 'auditor'].includes(role),
        ),
        lines: items.map((one) => ({
          href: `/exports/${one.id}`,
          what: whatWords(one),
          recipient: recipientWords(one),
          asked: one.requested ? dateWords(one.requested.at) : '',
          tag: exportTag(one),
        })),
      },
    });
  },
};
