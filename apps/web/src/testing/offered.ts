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

/** The commands to which a page of a record leads, as `topic/verb`. */
function offeredBy({ path, html }: Met): Set<string> {
  const [, topic] = record.exec(path) ?? [];
  const links = [...html.matchAll(new RegExp(`(?:href|action)="${path}/([a-z0-9-]+)"`, 'g'))];
  return new Set(links.map(([, verb]) => `${topic}/${verb}`));
}

/**
 * How the buttons of a record's page differ from what the api allows the same person at the same time: one that is
 * refused, or, on the page of a child's case, which has them all, one that is left out. Nothing for a page of no record.
 */
export async function faultsOfButtons(met: Met, apiUrl: string, session: string): Promise<string[]> {
  if (!record.test(met.path) || met.html === '') return [];
  const headers = { authorization: `Bearer ${session}` };
  const answer = await fetch(`${apiUrl}/api/v1${met.path}`, { headers });
  if (!answer.ok) return [];
  const view = (await answer.json()) as View;
  const told = [...(view.allowed ?? []), ...(view.begins ?? [])];
  // A command that may be asked in one of several ways is told more than once.
  const commands = new Set(told.map(({ command }) => command));
  const open = new Set(told.filter(({ available }) => available).map(({ command }) => command));
  const offered = offeredBy(met);
  const named = new Set([...met.html.matchAll(/data-command="([^"]+)"/g)].map(([, command]) => command));
  const refused = [...commands].filter((command) => !open.has(command) && offered.has(command));
  const lacks = met.path.startsWith('/child-cases/')
    ? [...open].filter((command) => !named.has(command))
    : [];
  return [
    ...refused.map((command) => `offers ${command}, which is refused`),
    ...lacks.map((command) => `leaves out ${command}, which is allowed`),
  ];
}
