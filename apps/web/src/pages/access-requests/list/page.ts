import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import { aboutWords, type RequestLine, requesterWords, requestTag } from '../request.js';

/** Requests for access, and the parts of them that the reader decides on, the newest first. */
export const page: Page = {
  id: 'access-requests/list',
  url: '/access-requests',
  section: '/access-requests',

  async get(visit) {
    const { items } = await readList<RequestLine>(visit, '/api/v1/access-requests');
    const lines = items.map((one) => ({
      href: `/access-requests/${one.id}`,
      name: aboutWords(one),
      requester: requesterWords(one),
      received: dateWords(one.receivedOn),
      due: one.due ? dateWords(one.due) : '',
      tag: requestTag(one),
    }));
    const mayRecord = (visit.who?.roles ?? []).includes('information-governance');
    return show({ title: 'Access requests', model: { lines, mayRecord } });
  },
};
