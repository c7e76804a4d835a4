import { path } from '../../../api-client.js';
import { draftPart } from '../../../drafts.js';
import { enter, select } from '../../../error-words.js';
import { again, goTo, type Page, show } from '../../../page.js';
import { readDeadLetters } from '../dead-letter.js';

const choices = [
  { value: 'send-again', text: 'Send it again', hint: { text: 'It is tried for three days more.' } },
  { value: 'give-up', text: 'Give it up', hint: { text: 'Say what was done instead.' } },
];

/** What becomes of one e-mail that could not be delivered. */
export const page: Page = {
  id: 'letters/settle',
  url: '/letters/settle',
  section: '/users',
  fields: { how: select('what to do with it'), reason: enter('what was done instead') },
  draft: (visit) => draftPart('new', visit.query.letter),

  async get(visit) {
    const lines = await readDeadLetters(visit);
    return show({
      title: 'Send again or give up',
      back: { href: '/letters', text: 'E-mails that could not be delivered' },
      model: { one: lines.find(({ id }) => id === visit.query.letter) ?? null, choices },
    });
  },

  async post(visit) {
    const id = visit.query.letter ?? '';
    const how = visit.typed('how');
    if (how === 'give-up') {
      await visit.send(path`/api/v1/letters/${id}/give-up`, { reason: visit.typed('reason') });
      return goTo('/letters', 'The e-mail is given up. What was done instead is kept.');
    }
    if (how !== 'send-again') return again({ how: 'Select what to do with it' });
    await visit.send(path`/api/v1/letters/${id}/send-again`, {});
    return goTo('/letters', 'The e-mail is sent again now.');
  },
};
