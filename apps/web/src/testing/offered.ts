import type { Met } from './crawl.js';
import { readAlso } from './page-faults.js';

interface Told {
  command: string;
  available: boolean;
}

/** What the api says may be asked of a record, begun on it, and asked of the items of its agenda. */
interface View {
  allowed?: Told[];
  begins?: Told[];
  items?: { id: string; allowed?: Told[] }[];
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
  'missing-episodes/record-episode': 'the return of looked after children',
};

/** Commands that are begun on a record from a page beneath its own: and which that is. */
export const begunBeneath: { readonly [command: string]: string } = {
  'incident-victims/link-victim': 'incidents',
};

/** Where an item of an agenda is heard and read: its own page, which is more than that command. */
const pageOfItem = 'agenda-items/record-panel-decision';
/** Commands on an item that stand beside it in the agenda, and those that stand on its own page. */
const onAgenda = ['agenda-items/change-item', 'agenda-items/take-off-agenda'];
const onItem = ['take-off-agenda', 'declare-item-connection', 'open-item'].map(
  (one) => `agenda-items/${one}`,
);

/** The commands to which a page of a record leads, as `topic/verb`: by a link, by a form, or by the name of the command. */
export function offeredBy({ path, html }: Pick<Met, 'path' | 'html'>): Set<string> {
  const [, topic] = record.exec(path) ?? [];
  if (!topic) return new Set();
  const links = [...html.matchAll(new RegExp(`(?:href|action)="${path}/([a-z0-9-]+)["?#]`, 'g'))];
  const named = [...html.matchAll(/data-command="([^"]+)"/g)].map(([, command = '']) => command);
  return new Set([...links.map(([, verb]) => `${topic}/${verb}`), ...named, ...begunBy(html)]);
}

/** Commands of other topics to which a page leads with what they are about in the address. */
function begunBy(html: string): string[] {
  return [...html.matchAll(/href="\/([a-z-]+\/[a-z-]+)\?[^"]*[0-9a-f]{8}-[0-9a-f]{4}-/g)].map(
    ([, command = '']) => command,
  );
}

/** What is told as open and not offered, and what is told as closed and is. */
function differences(told: readonly Told[], offered: ReadonlySet<string>): string[] {
  // A command that may be asked in one of several ways is told more than once.
  const open = new Set(told.filter(({ available }) => available).map(({ command }) => command));
  const commands = [...new Set(told.map(({ command }) => command))];
  return [
    ...commands
      .filter((command) => !open.has(command) && offered.has(command) && !(command in readAlso))
      .map((command) => `offers ${command}, which is refused`),
    ...[...open]
      .filter((command) => !offered.has(command) && !(command in givenBeside || command in givenByFile))
      .map((command) => `leaves out ${command}, which is allowed`),
  ];
}

/** The same of each item of an agenda, on the page of its sitting. */
function differencesOfItems({ items = [] }: View, html: string): string[] {
  return items.flatMap(({ id, allowed = [] }) => {
    const offered = offeredOfItem(id, html);
    const here = allowed.filter(
      ({ command }) => command !== pageOfItem && (onAgenda.includes(command) || offered.has(command)),
    );
    return differences(here, offered).map((fault) => `item ${id} ${fault}`);
  });
}

function offeredOfItem(id: string, html: string): Set<string> {
  const found = html.matchAll(new RegExp(`(?:href|action)="/agenda-items/${id}/([a-z-]+)["?#]`, 'g'));
  return new Set([...found].map(([, verb]) => `agenda-items/${verb}`));
}

/**
 * How the buttons of a record's page differ from what the api allows the same person at the same time, of the record, of
 * others that may be begun on it, and of the items of an agenda: one that is refused, or one that is left out. Nothing for
 * a page of no record; a record of which the api does not say what may be done is a fault itself.
 */
export async function faultsOfButtons(met: Met, apiUrl: string, session: string): Promise<string[]> {
  const beneath = [...Object.values(begunBeneath), pageOfItem.split('/')[1]].find((page) =>
    met.path.endsWith(`/${page}`),
  );
  const path = beneath ? met.path.slice(0, -beneath.length - 1) : met.path;
  if (!record.test(path) || met.html === '') return [];
  const headers = { authorization: `Bearer ${session}` };
  const answer = await fetch(`${apiUrl}/api/v1${path}`, { headers });
  if (!answer.ok) return met.status === 200 ? [`is shown, and the api answers ${answer.status}`] : [];
  const view = (await answer.json()) as View;
  if (!view.allowed) return ['is shown, and the api does not say what is allowed'];
  if (path.startsWith('/agenda-items/')) {
    const told = view.allowed.filter(({ command }) => onItem.includes(command));
    return differences(told, offeredOfItem(path.split('/')[2] ?? '', met.html));
  }
  const isBeneath = ({ command }: Told) => command in begunBeneath;
  const begins = view.begins ?? [];
  if (beneath) return differences(begins.filter(isBeneath), new Set(begunBy(met.html)));
  return [
    ...differences([...view.allowed, ...begins.filter((one) => !isBeneath(one))], offeredBy(met)),
    ...(path.startsWith('/sittings/') ? differencesOfItems(view, met.html) : []),
  ];
}
