import { ApiRefusedError } from '../../../api-refused-error.js';
import { again, goTo, type Page, show } from '../../../page.js';

/** Changes the password of one's own local account. */
export const page: Page = {
  id: 'session/change-password',
  url: '/session/change-password',

  async get() {
    return show({ title: 'Change your password', back: { href: '/session/list' } });
  },

  async post(visit) {
    const [current, next] = [visit.typed('currentPassword'), visit.typed('nextPassword')];
    const errors = {
      ...(current ? {} : { currentPassword: 'Enter the password that you have now' }),
      ...(next ? {} : { nextPassword: 'Enter a new password' }),
    };
    if (Object.keys(errors).length > 0) return again(errors);
    const done = await visit.api.post('/api/v1/sign-in/password', { current, next });
    if (done.ok) return goTo('/session/list', 'Your password is changed. Every other session has ended');
    const { code, detail, errors: faults } = done.problem;
    if (code === 'PASSWORD_WRONG')
      return again({ currentPassword: 'The password that you have now is not right' });
    if (code === 'NO_PASSWORD' || code === 'TOO_MANY_TRIES')
      return again({ currentPassword: detail ?? 'That cannot be done now' });
    if (done.status !== 400) throw new ApiRefusedError(done);
    return again({ nextPassword: faults?.[0]?.detail ?? 'Choose a longer password' });
  },
};
