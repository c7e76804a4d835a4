import { path } from '../../../api-client.js';
import { ApiRefusedError } from '../../../api-refused-error.js';
import { again, goTo, type Page, show } from '../../../page.js';
import { type SessionLine, sessionRow } from '../session-lines.js';

/** Where one is signed in: each session with its way and times, and the means to end it. */
export const page: Page = {
  id: 'session/list',
  url: '/session/list',

  async get(visit) {
    const { body } = await visit.read<{ items: SessionLine[] }>('/api/v1/sessions');
    const lines = body.items.map(sessionRow);
    return show({
      title: 'Where you are signed in',
      model: {
        lines,
        others: lines.length > 1,
        local: body.items.some((one) => one.current && one.method === 'password'),
      },
    });
  },

  async post(visit) {
    const one = visit.typed('session');
    if (!one) return again({ session: 'Choose what to end' });
    const ended = await visit.api.delete(
      one === 'others' ? '/api/v1/sessions' : path`/api/v1/sessions/${one}`,
    );
    // A session that is over already has ended as was asked.
    if (!ended.ok && ended.status !== 404) throw new ApiRefusedError(ended);
    return goTo(
      '/session/list',
      one === 'others' ? 'All other sessions have ended' : 'The session has ended',
    );
  },
};
