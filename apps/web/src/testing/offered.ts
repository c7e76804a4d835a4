import type { Met } from './crawl.js';

interface Told {
  command: string;
  available: boolean;
}

/** What the api says may be asked of a record, and begun on it. */
interface View {
  allowed?: Told[];
  begins?: Told[];
}

const record = /^\/([a-z-]+)\/([0-9a-f-]{36})$/;

/** Commands that a record's page gives beside each of what it shows there, and not where it shows none: and what that is. */
export const givenBeside: { readonly [command: string]: string } = {
  'children/change-carer': 'each parent or carer of the child',
  'children/end-carer': 'each parent or carer of the child',
  'sittings/order-items': 'an agenda of two items or more',
  'sittings/recall-copy': 'each copy of papers that was issued and not recalled',
};

/** Commands that no page gives, as what they record comes in a file that somebody else makes: and which that is. */
export const givenByFile: { readonly [command: string]: string } = {
  'children/record-social-care-referral': 'the census of children in need',
  'children/record-status': 'the return of looked after children',
};

/** The commands to which a page of a record leads, as `topic/verb`: by a link, by a form, or by the name of the command. */
export function offeredBy({ path, html }: Met): Set<string> {
  const [, topic] = record.exec(path) ?? [];
  if (!topic) return new Set();
  const links = [...html.matchAll(new RegExp(`(?:href|action)="${path}/([a-z0-9-]+)["?#]`, 'g'))];
  const named = [...html.matchAll(/data-command="([^"]+)"/g)].map(([, command = '']) => command);
  return new Set([...links.map(([, verb]) => `${topic}/${verb}`), ...named]);
}

/**
 * How the buttons of a record's page differ from what the api allows the same person at the same time: one that is
 * refused, or one that is left out. Nothing for a page of no record; a record of which the api does not say what may be
 * done is a fault itself.
 */
export async function faultsOfButtons(met: Met, apiUrl: string, session: string): Promise<string[]> {
  const topic = record.exec(met.path)?.[1];
  if (!topic || met.html === '') return [];
  const headers = { authorization: `Bearer ${session}` };
  const answer = await fetch(`${apiUrl}/api/v1${met.path}`, { headers });
  if (!answer.ok) return met.status === 200 ? [`is shown, and the api answers ${answer.status}`] : [];
  const view = (await answer.json()) as View;
  if (!view.allowed) return ['is shown, and the api does not say what is allowed'];
  const told = [...view.allowed, ...(view.begins ?? [])];
  // A command that may be asked in one of several ways is told more than once.
  const commands = new Set(told.map(({ command }) => command));
  const open = new Set(told.filter(({ available }) => available).map(({ command }) => command));
  const offered = offeredBy(met);
  const refused = [...commands].filter((command) => !open.has(command) && offered.has(command));
  // A child's case names all that may be begun on it; elsewhere what is begun has a page of its own.
  const lacks = [...open].filter(
    (command) =>
      (topic === 'child-cases' || command.startsWith(`${topic}/`)) &&
      !offered.has(command) &&
      !(command in givenBeside || command in givenByFile),
  );
  return [
    ...refused.map((command) => `offers ${command}, which is refused`),
    ...lacks.map((command) => `leaves out ${command}, which is allowed`),
  ];
}
