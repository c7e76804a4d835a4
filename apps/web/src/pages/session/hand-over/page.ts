import { type Page, show } from '../../../page.js';

/** Shows the code with which `mase sign-in` begins a session of the same person. */
export const page: Page = {
  id: 'session/hand-over',
  url: '/session/hand-over',

  async get() {
    return show({
      title: 'Sign in the command line',
      back: { href: '/session/list' },
      model: { code: null, minutes: 0 },
    });
  },

  async post(visit) {
    const { body } = await visit.send<{ code: string; minutes: number }>(
      '/api/v1/sign-in/hand-over',
      undefined,
    );
    return show({
      title: 'Type this code into your terminal',
      back: { href: '/session/list' },
      model: body as unknown as Record<string, unknown>,
    });
  },
};
