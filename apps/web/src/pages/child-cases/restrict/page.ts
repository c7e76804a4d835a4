import { enter, select } from '../../../error-words.js';
import { agencyWords, type PersonView, readPeople, roleWords } from '../../../people.js';
import { casePage } from '../case-page.js';

const box = (one: PersonView) => ({
  value: one.id,
  text: one.name,
  hint: { text: `${agencyWords(one)}, ${roleWords(one.roles).toLowerCase()}` },
});

/** Closes the existence of a case to everybody but a few people, by name. */
export const page = casePage({
  verb: 'restrict',
  values: ({ view: { standing, written } }) => {
    const before = written.filter(({ kind }) => kind === 'restriction').at(-1)?.body.readers;
    if (!standing) return Array.isArray(before) ? { readers: before } : {};
    return standing.workerId ? { readers: [standing.workerId] } : {};
  },
  fields: { reason: enter('the reason'), readers: select('who reads the case') },
  model: async ({ view: { names = {}, standing, written } }, visit) => {
    const last = written.filter(({ kind }) => kind === 'restriction').at(-1);
    const people = (await readPeople(visit)).filter(({ roles }) => !roles.includes('administrator'));
    const knows = people.filter(({ id }) => id in names || id === standing?.workerId);
    const others = people.filter((one) => !knows.includes(one));
    return {
      now: Array.isArray(last?.body.names) ? last.body.names.join(', ') : null,
      boxes: [...knows.map(box), ...(knows.length > 0 ? [{ divider: 'or' }] : []), ...others.map(box)],
    };
  },
  body: (visit) => ({ reason: visit.typed('reason'), readers: visit.typedList('readers') ?? [] }),
  done: 'The case is restricted to those named. See who has papers in which it stands.',
  leadsTo: ({ params }) => `/child-cases/${encodeURIComponent(params.id ?? '')}/holders`,
});
