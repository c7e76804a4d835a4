import { commandPage } from './command-page.js';
import { dateWords } from './date-words.js';
import type { Page } from './page.js';
import { peopleOptions, readPeople } from './people.js';
import { quality, type Register, type RegisterView, registerSubject } from './register.js';
import type { Visit } from './visit.js';

/** An entry that somebody leads until a day. */
export interface LedView extends RegisterView {
  leadId: string | null;
  leadName: string | null;
  firstDue: string | null;
  dueOn: string | null;
  ended: { how: string; at: string } | null;
}

/** Who leads an entry until when, for lists; when it ended, once it has. */
export function leadWords({ leadName, dueOn, ended }: LedView): string {
  if (ended) return `Ended ${dateWords(ended.at)}`;
  return `${leadName ?? ''}, by ${dueOn ? dateWords(dueOn) : ''}`;
}

/** Who leads an entry until when, line by line. */
export function leadFacts({ leadName, firstDue, dueOn, ended }: LedView, by: string) {
  const first = firstDue && firstDue !== dueOn ? ` (first ${dateWords(firstDue)})` : '';
  return [
    { key: 'Led by', text: leadName ?? '' },
    ...(dueOn && !ended ? [{ key: by, text: `${dateWords(dueOn)}${first}` }] : []),
    ...(ended ? [{ key: 'Ended', text: dateWords(ended.at) }] : []),
  ];
}

/** Who may lead an entry: everybody with access who works with cases. */
export async function leadOptions(visit: Visit, first = 'Choose who leads it') {
  const people = await readPeople(visit);
  const able = people.filter(({ roles }) =>
    roles.some((role) => role !== 'administrator' && role !== 'referrer'),
  );
  return peopleOptions(able, first);
}

/** Changes who leads an entry of a register, or the day. */
export function changeLeadPage<V extends LedView>(of: Register<V>): Page {
  return commandPage({
    command: `${of.topic}/change-lead`,
    section: quality,
    opened: async (visit) => {
      const [subject, leadId] = await Promise.all([registerSubject(of)(visit), leadOptions(visit)]);
      return { ...subject, options: { leadId } };
    },
    says: 'The first day stays beside the new one.',
    asks: [
      { name: 'leadId', label: 'Who leads it from now on?', called: 'who leads it', kind: 'select' },
      { name: 'due', label: 'By when?', called: 'the day', kind: 'date' },
      { name: 'reason', label: 'Why?', called: 'the reason', kind: 'text' },
    ],
    done: 'The lead and the day are changed.',
  });
}
