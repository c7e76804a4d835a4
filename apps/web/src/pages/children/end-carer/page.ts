import { commandPage } from '../../../command-page.js';
import { childSubject } from '../about.js';

/** Somebody is no carer or contact of the child any longer: nothing is lost, and the record says why. */
export const page = commandPage({
  command: 'children/end-carer',
  section: '/children',
  async opened(visit) {
    const subject = await childSubject(visit);
    const carers = subject.view.about?.carers ?? [];
    const asked = carers.filter(({ id }) => id === visit.query.carer);
    const options = (asked.length > 0 ? asked : carers).map(({ id, name, relation }) => ({
      value: id,
      text: `${name}, ${relation}`,
    }));
    return { ...subject, options: { carerId: options } };
  },
  says: 'The entry stays on record with the reason, and is no longer shown among those who may be reached.',
  asks: [
    { name: 'carerId', label: 'Who?', called: 'who it is', kind: 'radios' },
    {
      name: 'reason',
      label: 'Why are they no longer a carer or contact?',
      called: 'the reason',
      kind: 'text',
    },
  ],
  done: 'The contact is ended.',
});
