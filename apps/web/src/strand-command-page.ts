import { bodyOf, commandPage, type Subject } from './command-page.js';
import { dateWords, momentWords } from './date-words.js';
import type { Page } from './page.js';
import { readPanels } from './pages/panels/panel.js';
import type { PersonView } from './people.js';
import { peopleOptions, readPeople } from './people.js';
import { codeWords, type StrandTopic, type StrandView, strandSubject } from './strand.js';
import { strandCommands } from './strand-commands.js';
import { entryTitle } from './strand-entries.js';
import type { Visit } from './visit.js';

type Options = NonNullable<Subject['options']>;

/** The accounts that a command of a strand names, and the words of the first option. */
const people: Record<string, { fields: string[]; first: string; fits: (one: PersonView) => boolean }> = {
  officer: {
    fields: ['officerId'],
    first: 'Choose an officer',
    fits: ({ roles }) => roles.some((role) => role.startsWith('intelligence-')),
  },
  manager: {
    fields: ['managerId'],
    first: 'Choose a manager',
    fits: ({ roles, agencyKind }) =>
      agencyKind === 'social-care' && roles.some((role) => role === 'manager' || role === 'senior'),
  },
  readers: {
    fields: ['reader1', 'reader2', 'reader3'],
    first: 'Nobody',
    fits: ({ roles }) => !roles.includes('administrator'),
  },
};

/** Options of fields that name people; nobody is read where no field does. */
async function peopleFor(visit: Visit, fields: readonly string[]): Promise<Options> {
  const asked = Object.values(people).filter((one) => one.fields.some((field) => fields.includes(field)));
  if (asked.length === 0) return {};
  const everybody = await readPeople(visit);
  return Object.fromEntries(
    asked.flatMap(({ fields: own, first, fits }) =>
      own.map((field) => [field, peopleOptions(everybody.filter(fits), first)]),
    ),
  );
}

/** The panels that sit, for a command that names one. */
async function panelsFor(visit: Visit, fields: readonly string[]): Promise<Options> {
  if (!fields.includes('panelId')) return {};
  const { items } = await readPanels(visit);
  const sitting = items.filter(({ state }) => state === 'active');
  const first = { value: '', text: 'Whichever the coordinator chooses' };
  return { panelId: [first, ...sitting.map(({ id, name }) => ({ value: id, text: name }))] };
}

/** Options that the record itself gives: its bases, its entries, the outcomes that wait to be told. */
function ownOptions({ bases = [], written = [], untold = [] }: StrandView): Options {
  const outcomes = written.filter(({ kind, body }) => kind === 'investigation' && body.outcome);
  return {
    basisId: bases.map(({ id, code, on }) => ({ value: id, text: `${codeWords(code)}, ${dateWords(on)}` })),
    rowId: written
      .filter(({ kind, wrong }) => !wrong && !['receipt', 'outcome'].includes(kind))
      .map(({ id, kind, happened }) => ({
        value: id,
        text: `${entryTitle(kind)}, ${momentWords(happened)}`,
      })),
    outcomeId: untold.map(({ id, at }) => {
      const told = outcomes.find(({ happened }) => happened === at)?.body.outcome;
      return { value: id, text: `${dateWords(at)}${told ? `: ${String(told)}` : ''}` };
    }),
  };
}

/** What is typed for handling names its readers one by one. */
function sent(visit: Visit, verb: string, topic: StrandTopic): Record<string, unknown> {
  const asks = strandCommands[verb]?.asks(topic) ?? [];
  const shape = strandCommands[verb]?.shape;
  if (shape) return shape(bodyOf(visit, asks));
  const { reader1, reader2, reader3, ...body } = bodyOf(visit, asks);
  const readers = [reader1, reader2, reader3].filter(Boolean);
  return readers.length > 0 ? { ...body, readers } : body;
}

/** The page of a command of a case about a person or a place. */
export function strandCommandPage(topic: StrandTopic, verb: string): Page {
  const command = strandCommands[verb];
  if (!command) throw new Error(`${topic} has no page for ${verb}`);
  const asks = command.asks(topic);
  const fields = asks.map(({ name }) => name);
  return commandPage({
    command: `${topic}/${verb}`,
    section: `/${topic}`,
    opened: async (visit) => {
      const { view, ...subject } = await strandSubject(visit, topic);
      const own = Object.entries(ownOptions(view)).filter(([name]) => fields.includes(name));
      const read = { ...(await peopleFor(visit, fields)), ...(await panelsFor(visit, fields)) };
      return { ...subject, options: { ...Object.fromEntries(own), ...read } };
    },
    says: command.says,
    asks,
    done: command.done,
    ...(command.warning ? { warning: true } : {}),
    body: (visit) => sent(visit, verb, topic),
  });
}
