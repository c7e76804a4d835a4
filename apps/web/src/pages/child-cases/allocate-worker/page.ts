import { enter, select } from '../../../error-words.js';
import { peopleOptions, readPeople } from '../../../people.js';
import { casePage } from '../case-page.js';

/** Who works with the child from now on; a change of worker has its reason, handover and introduction. */
export const page = casePage({
  verb: 'allocate-worker',
  fields: {
    workerId: select('a worker'),
    reason: enter('the reason for the change'),
    handover: enter('a handover note'),
    introduction: enter('how the child was introduced to the new worker'),
  },
  model: async ({ view }, visit) => {
    const team = view.standing?.team;
    const workers = (await readPeople(visit)).filter(({ roles }) => roles.includes('worker'));
    const free = workers.filter(({ id }) => id !== view.standing?.workerId);
    const here = free.filter(({ teamId }) => teamId === team);
    const elsewhere = free.filter(({ teamId }) => teamId !== team);
    return {
      options: peopleOptions([...here, ...elsewhere], 'Choose a worker'),
      change: Boolean(view.standing?.workerId),
      workers: view.standing?.workers ?? 0,
      several: (view.standing?.workers ?? 0) > 1,
    };
  },
  body: (visit) => ({
    workerId: visit.typed('workerId'),
    reason: visit.typed('reason'),
    handover: visit.typed('handover'),
    introduction: visit.typed('introduction'),
  }),
  done: 'The worker is allocated and told',
});
