import { enter } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';

/** Proposes a profile for the area from a file; a second person decides. */
export const page: Page = {
  id: 'profile-changes/propose-change',
  url: '/profile-changes/propose-change',
  section: '/profiles',
  fields: { file: enter('the file of the profile'), reason: enter('why') },
  draft: () => 'new',

  async get() {
    return show({
      title: 'Propose a profile of the area',
      back: { href: '/profiles', text: 'Profiles' },
      model: {},
    });
  },

  async post(visit) {
    const { body } = await visit.send<{ id: string }>('/api/v1/profile-changes/propose-change', {
      file: visit.typed('file'),
      reason: visit.typed('reason'),
    });
    return goTo(`/profile-changes/${body.id}`, 'The profile is proposed and waits for a second person');
  },
};
