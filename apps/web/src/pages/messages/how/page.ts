import { ApiRefusedError } from '../../../api-refused-error.js';
import { enter, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';

interface Preference {
  way: string;
  dailyAt: string;
  sendsMail: boolean;
}

const address = '/api/v1/messages/preference';

const ways = [
  {
    value: 'at-once',
    text: 'By e-mail, soon after',
    hint: { text: 'What comes within a minute comes in one e-mail.' },
  },
  { value: 'daily', text: 'By one e-mail a day', hint: { text: 'None on a day without anything new.' } },
  { value: 'in-app', text: 'Only here, under Messages', hint: { text: 'No e-mail, except what is urgent.' } },
];

/** How somebody is told of what is not urgent. */
export const page: Page = {
  id: 'messages/how',
  url: '/messages/how',
  section: '/messages',
  fields: { way: select('how you are told'), dailyAt: enter('the time of the daily e-mail') },

  async get(visit) {
    const { body } = await visit.read<Preference>(address);
    return show({
      title: 'How you are told',
      back: { href: '/messages', text: 'Messages' },
      values: { way: body.way, dailyAt: body.dailyAt },
      model: { ways, sendsMail: body.sendsMail },
    });
  },

  async post(visit) {
    const kept = await visit.api.put(address, {
      way: visit.typed('way'),
      dailyAt: visit.typed('dailyAt') ?? '08:00',
    });
    if (!kept.ok) throw new ApiRefusedError(kept);
    return goTo('/messages', 'How you are told is kept.');
  },
};
