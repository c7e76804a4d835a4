import type { PlainCommand, Subject } from '../../command-page.js';
import type { Visit } from '../../visit.js';
import { readConnections, signsWords } from '../sittings/connections.js';
import { readItem } from './item.js';

const asked = { called: 'whose connection it is', kind: 'select' } as const;

/** The questions of a chair's answer: of whom, and why. */
export const connectionAsks = (label: string, why: string): PlainCommand['asks'] => [
  { name: 'userId', label, ...asked },
  { name: 'reason', label: why, called: 'the reason', kind: 'text' },
];

type Choices = (item: Awaited<ReturnType<typeof readConnections>>['items'][number]) => {
  userId: string;
  name: string;
  words: string;
}[];

/** Those of whom a connection was found, with by what. */
export const whoWasFound: Choices = ({ found }) =>
  found.flatMap((one) =>
    one.userId ? [{ userId: one.userId, name: one.name, words: signsWords(one) }] : [],
  );

/** Those whose connection stands for the item, with what was said of it. */
export const whoWithdrew: Choices = ({ notes, without }) =>
  without.map((userId) => {
    const note = notes.find((one) => one.userId === userId && one.kind === 'item-connection');
    return { userId, name: note?.name ?? 'Somebody', words: note ? `${note.reason} (${note.by})` : '' };
  });

/** The item as the subject of an answer; who is asked about in the address is chosen already, and shown with by what. */
export function connectionSubject(choices: Choices) {
  return async (visit: Visit): Promise<Subject> => {
    const { item, etag } = await readItem(visit);
    const sitting = await readConnections(visit, item.sittingId);
    const own = sitting.items.find(({ id }) => id === item.id);
    const people = own ? choices(own) : [];
    const chosen = people.find(({ userId }) => userId === visit.query.userId);
    return {
      href: `/sittings/${item.sittingId}/connections`,
      caption: `${item.reference}, ${item.name}`,
      version: etag,
      allowed: item.allowed,
      facts: chosen ? [{ key: chosen.name, text: chosen.words }] : [],
      options: {
        userId: [
          { value: '', text: 'Choose a person' },
          ...people.map(({ userId, name }) => ({ value: userId, text: name })),
        ],
      },
      values: chosen ? { userId: chosen.userId } : {},
    };
  };
}

/** Back to what else waits for an answer, where the chair came from there; else to the item. */
export function afterAnswer({ params, query }: Visit): string {
  return query.sitting
    ? `/sittings/${encodeURIComponent(query.sitting)}/connections`
    : `/agenda-items/${encodeURIComponent(params.id ?? '')}/record-panel-decision`;
}
