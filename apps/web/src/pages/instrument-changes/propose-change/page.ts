import { enter, enterDate, select } from '../../../error-words.js';
import { goTo, type Page, show } from '../../../page.js';

interface Line {
  id: string;
  title: string;
  state: string;
}

/** Proposes that the area uses a tool of its own, or no longer offers one; a second person decides. */
export const page: Page = {
  id: 'instrument-changes/propose-change',
  url: '/instrument-changes/propose-change',
  section: '/instruments',
  fields: {
    change: select('what is to change'),
    file: enter('the file of the tool'),
    instrument: select('the tool that is no longer offered'),
    from: enterDate('the first day on which it is not offered'),
    reason: enter('why'),
  },
  draft: () => 'new',

  async get(visit) {
    const { items } = (await visit.read<{ items: Line[] }>('/api/v1/instruments')).body;
    const used = items.filter(({ state }) => state === 'offered');
    const tools = used.map(({ id, title }) => ({ value: id, text: title }));
    return show({
      title: 'Propose a change of the tools',
      back: { href: '/instruments', text: 'Tools' },
      model: { offered: [{ value: '', text: 'Choose a tool' }, ...tools] },
    });
  },

  async post(visit) {
    const change = visit.typed('change');
    const adds = change === 'add' ? { file: visit.typed('file') } : {};
    const retires =
      change === 'retire' ? { instrument: visit.typed('instrument'), from: visit.typedDate('from') } : {};
    const { body } = await visit.send<{ id: string }>('/api/v1/instrument-changes/propose-change', {
      change,
      ...adds,
      ...retires,
      reason: visit.typed('reason'),
    });
    return goTo(`/instrument-changes/${body.id}`, 'The change is proposed and waits for a second person');
  },
};
