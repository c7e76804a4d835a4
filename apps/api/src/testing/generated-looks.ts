import { topicOf, topics } from '@mase/workflow';
import type { Chance } from '@mase/workflow/testing';
import type { LightMyRequestResponse } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { kindViewed } from './asked-of-view.js';
import { description } from './described.js';
import { asksForRole, whoMay } from './generated-askers.js';
import type { GeneratedBooks, Worked } from './generated-books.js';
import { type Route, routesOf } from './generated-request.js';
import type { GeneratedSender } from './generated-sender.js';
import { isCommand } from './generated-tally.js';
import { nobody } from './journey-step.js';
import { asked, viewOf } from './list-questions.js';

/** Every route that takes no command: views, lists, reports, searches, imports, and what is the reader's own. */
const routes = routesOf(description).filter((route) => !isCommand(route));

/** What stands in an address where an id belongs. */
const oddIds = ['\u0000', 'not-an-id', '%', 'x'.repeat(190), nobody.toUpperCase(), nobody];

/** Who asks what would end sessions of those who walk the journey: his or her own are asked to end, over and over. */
const endsSessions = 'observer';
/** Who keeps drafts: what is kept is found by whoever kept it alone. */
const writesDrafts = 'worker';

/** Those that show one record. */
const views = routes.filter(({ method, path }) => method === 'GET' && path.includes('{id}'));

/** Those who may see what they did not work on. */
const overseers = ['auditor', 'governance', 'chair', 'coordinator', 'admin'];

/** Those that show any record. */
const ofAny = /\/(history|as-it-was|who-knew)\/\{id\}$/;

const topicOfPath = (path: string): string => {
  const kind = kindViewed(path);
  return kind ? topicOf(kind).name : (path.split('/')[3] as string);
};

/** Asks every route that takes no command in turn, of what was worked on and of what else stands in the books. */
export class GeneratedLooks {
  /** The routes whose turn is still to come. */
  private waiting: Route[] = [];

  constructor(
    private readonly sender: GeneratedSender,
    private readonly books: GeneratedBooks,
    private readonly chance: Chance,
  ) {}

  /** Looks in one of the ways there are at a record that somebody just worked on. */
  async at(id: string): Promise<void> {
    const record = this.books.worked.find((one) => one.id === id);
    const isAny = this.chance.happens(0.15);
    const own = views.filter(({ path }) => (isAny ? ofAny.test(path) : topicOfPath(path) === record?.topic));
    if (record && own.length > 0) await this.ask(this.chance.of(own), record);
  }

  /**
   * Asks again what was not reached, of the records that it is of, as those who worked on them and those who oversee: after
   * what stands above it, which finds or makes what it shows. Not for ever.
   */
  async insist(): Promise<void> {
    const { tally } = this.sender;
    for (const route of routes)
      for (let time = 0; time < 25 && tally.notReached([route]).length > 0; time += 1) {
        const record = this.recordFor(route);
        const who = record ? this.chance.of([...record.by, ...overseers]) : this.askerOf(route, undefined);
        for (const above of routes)
          if (/GET|PUT/.test(above.method) && above !== route && route.path.startsWith(above.path))
            await this.ask(above, record, who);
        await this.ask(route, record, who);
      }
  }

  /** Sends one request to the route whose turn it is. */
  async next(): Promise<void> {
    if (this.waiting.length === 0) this.waiting = this.shuffled(routes);
    const route = this.waiting.pop() as Route;
    await this.ask(route, this.recordFor(route));
  }

  private shuffled<T>(list: readonly T[]): T[] {
    const drawn = list.map((one) => ({ one, at: this.chance.next() }));
    return drawn.sort((some, other) => some.at - other.at).map(({ one }) => one);
  }

  private async ask(
    route: Route,
    record: Worked | undefined,
    who = this.askerOf(route, record),
  ): Promise<void> {
    const isOdd = route.method === 'GET' && this.chance.happens(0.03);
    const id = isOdd ? this.chance.of(oddIds) : record?.id;
    const questions = this.questionsFor(route);
    const request = this.books.requests().of(route, { questions, ...(id === undefined ? {} : { id }) });
    request.headers['idempotency-key'] = uuidv7();
    if (request.record && route.method === 'POST')
      request.headers['if-match'] = `"${await this.sender.api.versionOf(request.record)}"`;
    const answer = await this.sender.send(who, route, request);
    // What somebody made for himself or herself is found by that person alone.
    const made = answer.statusCode < 300 ? madeOrListed(route, answer) : undefined;
    if (made) this.books.note(route.path.split('/')[3] as string, made, who);
  }

  private recordFor({ path, method }: Route): Worked | undefined {
    // Of accounts the bystanders' alone are changed.
    const isAccount = path.startsWith('/api/v1/users/') && method !== 'GET';
    if (!path.includes('{id}') || isAccount || this.chance.happens(0.2)) return undefined;
    const { worked } = this.books;
    const own = worked.filter(({ topic }) => topic === topicOfPath(path));
    if (own.length > 0) return this.chance.of(own);
    return kindViewed(path) || worked.length === 0 ? undefined : this.chance.of(worked);
  }

  private askerOf(route: Route, record: Worked | undefined): string {
    if (
      route.name.startsWith('DELETE ') &&
      route.path.includes('/sessions') &&
      !route.path.includes('/users/')
    )
      return endsSessions;
    if (route.path.includes('/drafts/')) return writesDrafts;
    const isForAny = !record || asksForRole(route) || this.chance.happens(0.2);
    return this.chance.of(isForAny ? whoMay(route) : record.by);
  }

  /** The questions that the route has to be asked, as often as any that it describes. */
  private questionsFor({ path }: Route): string | undefined {
    if (this.chance.happens(0.4)) return undefined;
    const { known } = this.books;
    const of = {
      childId: this.chance.of(known.children ?? ['']),
      personId: this.chance.of(known.persons ?? ['']),
    };
    const told = path.includes('{id}') ? viewOf(path, '') : asked(path, of);
    return told.split('?')[1] ?? '';
  }
}

/** What somebody made or finds of his or her own, that no command makes: a saved view, a session, a message. */
function madeOrListed({ method, path }: Route, answer: LightMyRequestResponse): string | undefined {
  const isJson = String(answer.headers['content-type']).startsWith('application/json');
  if (!isJson || topics.some(({ name }) => name === path.split('/')[3])) return undefined;
  const said = answer.json();
  if (method === 'POST') return said.id;
  const isOwn = /^\/api\/v1\/(messages|letters|sessions|saved-views)$/.test(path);
  return method === 'GET' && isOwn ? said.items?.[0]?.id : undefined;
}
