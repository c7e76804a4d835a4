import { path } from '../../../api-client.js';
import { type Page, sendOn } from '../../../page.js';

/** Everything of a partnership may take half an hour to come. */
const longestMs = 1_800_000;

/** The file of an export, passed on from the api as it comes; within its day whole again, or from where it broke off, as browsers ask by themselves. */
export const page: Page = {
  id: 'exports/file',
  url: '/exports/:id/file',
  section: '/exports',
  view: '',

  async get(visit) {
    const to = path`/api/v1/exports/${visit.params.id ?? ''}/file`;
    const { range, 'if-range': ifRange } = visit.request.headers;
    const headers = {
      ...(range ? { range } : {}),
      ...(typeof ifRange === 'string' ? { 'if-range': ifRange } : {}),
    };
    return sendOn(await visit.file(to, { from: '0' }, { timeoutMs: longestMs, headers }));
  },
};
