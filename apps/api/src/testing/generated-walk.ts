import { topicAndVerb, topicOf } from '@mase/workflow';
import { type Chance, chanceFrom } from '@mase/workflow/testing';
import { uuidv7 } from 'uuidv7';
import { plain } from './body-alterer.js';
import { afterClosing } from './closing-steps.js';
import { description } from './described.js';
import { GeneratedBooks } from './generated-books.js';
import { GeneratedLooks } from './generated-looks.js';
import { happenMeanwhile } from './generated-meanwhile.js';
import { askers, type GeneratedRequest, type Route, routesOf } from './generated-request.js';
import { GeneratedSender } from './generated-sender.js';
import { commandOf, type Tally } from './generated-tally.js';
import { journey } from './journey.js';
import type { JourneyStep } from './journey-step.js';
import type { TestApi } from './test-api.js';

const all = routesOf(description);
const routeOf = new Map(all.filter(({ method }) => method === 'POST').map((one) => [commandOf(one), one]));
const byName = new Map(all.map((one) => [one.name, one]));
/** A pack for a peer review, which the journey leaves out: nothing goes on from it. */
const peerReview: JourneyStep = {
  command: 'exports/request-export',
  who: 'auditor',
  as: 'peerReview',
  body: ({ known }) => ({
    what: 'peer-review',
    cases: [known.case],
    recipient: { name: 'Robin Reviewer', organisation: 'Made-up inspectorate' },
    reason: 'A made-up review',
  }),
};
const steps = [...journey, peerReview, ...afterClosing];
const stepsOf = (command: string) => steps.filter((one) => one.command === command);

const wrongVersions = ['"0"', '"999999999"', '*', '7', 'W/"1"', '""', '"1", "2"', `"${'9'.repeat(300)}"`];
const wrongKeys = ['', 'short', 'k'.repeat(201), 'with a space in it'];
const wrongTexts = [
  ...['', '{', '[]', 'null', '"text"', '\u0000', '{"a":'.repeat(3000)],
  ...['{"__proto__":{"a":1}}', '{"constructor":{"prototype":{"a":1}}}', '{"a":1,"a":2}'],
];

/** One walk along the journey, and how it is gone. */
export interface Walked {
  api: TestApi;
  tally: Tally;
  seed: number;
  /** Whether each command is first given as the journey gives it, so that the whole way is gone. */
  straight: boolean;
  /** How much of the way is gone, from 0 to 1; then what is allowed of the records it made is chosen by chance. */
  share: number;
  oddShare: number;
}

/**
 * Walks the journey of a child: each command as it can be accepted, in other words, and spoilt; between them every other
 * route in turn.
 */
export async function walk({ api, tally, seed, straight, share, oddShare }: Walked): Promise<void> {
  const chance = chanceFrom(seed);
  const books = new GeneratedBooks(api, chance, oddShare);
  const sender = new GeneratedSender(api, tally);
  const looks = new GeneratedLooks(sender, books, chance);
  const walker = new Walker(sender, books, chance);
  const end = Math.floor(steps.length * share);
  for (let at = 0; at < steps.length; at += 1) {
    if (at % 50 === 0) {
      await happenMeanwhile(api);
      await books.lookUp();
    }
    if (at === journey.length) await walker.findEntry();
    const id = at < end ? await walker.go(steps[at] as JourneyStep, straight) : await walker.wander();
    if (id) await looks.at(id);
    await looks.next();
  }
  if (straight) await looks.insist();
}

class Walker {
  constructor(
    private readonly sender: GeneratedSender,
    private readonly books: GeneratedBooks,
    private readonly chance: Chance,
  ) {}

  /** Gives the command of a step so that it can be accepted, and spoilt ones before and after it; gives the id of its record. */
  async go(step: JourneyStep, straight: boolean): Promise<string | undefined> {
    const { along } = this.books;
    const id = createsOf(step) ? undefined : along.known[step.on as string];
    // Where what it is about was never made, the way was lost before.
    if (!id && !createsOf(step)) return undefined;
    const isFirst = !straight && this.chance.happens(0.5);
    if (isFirst) await this.spoil(step, id);
    const done = !straight && this.chance.happens(0.7) && (await this.give(step, id, this.reworded(step)));
    if (!done) await this.give(step, id, step.body(along));
    // What could be accepted would lead off the straight way.
    await this.spoil(step, id, straight);
    if (!isFirst) await this.spoil(step, id, straight);
    return id ?? along.known[step.as as string];
  }

  /** Looks at a record that was made on the way, and gives one of the commands that are allowed of it. */
  async wander(): Promise<string | undefined> {
    const { id, topic, by } = this.chance.of(this.books.worked);
    const who = this.chance.of(by);
    const view = byName.get(`GET /api/v1/${topic}/{id}`);
    if (!view) return undefined;
    const url = view.path.replace('{id}', id);
    const answer = await this.sender.send(who, view, { url, headers: {} });
    if (answer.statusCode !== 200) return undefined;
    const allowed = (answer.json().allowed ?? []) as { command: string; available: boolean }[];
    const can = allowed.filter(({ command, available }) => available && stepsOf(command).length > 0);
    if (can.length === 0) return undefined;
    const step = { ...this.chance.of(stepsOf(this.chance.of(can).command)), who };
    await this.spoil(step, id);
    await this.ask(step, await this.requestOf(step, id, this.reworded(step)));
    return id;
  }

  /** Finds the entry that is set right after closing. */
  async findEntry(): Promise<void> {
    const { known } = this.books.along;
    const answer = await this.sender.api.ask('manager', 'GET', `/api/v1/child-cases/${known.case}`);
    const rows = (answer.json().written ?? []) as { kind: string; id: string }[];
    const row = rows.find(({ kind }) => kind === 'referral');
    if (row) known.row = row.id;
  }

  /** Gives a command on the way; whether it was accepted, and what it left was found. */
  private async give(step: JourneyStep, id: string | undefined, body: object): Promise<boolean> {
    const { along } = this.books;
    const answer = await this.ask(step, await this.requestOf(step, id, body));
    if (answer.statusCode >= 300) return false;
    if (step.as) along.known[step.as] = answer.json().id;
    try {
      await step.keep?.(along, answer.json(), this.sender.api);
    } catch (error) {
      this.sender.tally.lost.push(`${step.command}: ${error}`);
    }
    return true;
  }

  /** Gives a command with something wrong; `surely` so that it cannot be accepted. */
  private async spoil(step: JourneyStep, id: string | undefined, surely = false): Promise<void> {
    const request = await this.requestOf(step, id, step.body(this.books.along));
    const by = surely ? 0.8 + this.chance.next() / 5 : this.chance.next();
    const who = by < 0.05 ? this.chance.of(askers) : step.who;
    if (by < 0.45) request.body = this.books.alterer().spoiled(request.body as object);
    else if (by < 0.7) request.body = this.books.requests().values.value(schemaOf(step)) as object;
    else if (by < 0.8) request.headers['if-match'] = this.chance.of(wrongVersions);
    else if (by < 0.9) request.headers['idempotency-key'] = this.chance.of(wrongKeys);
    else request.body = this.chance.of(wrongTexts);
    await this.ask({ ...step, who }, request);
  }

  private reworded(step: JourneyStep): object {
    const body = plain(step.body(this.books.along));
    return this.books.alterer().reworded(schemaOf(step), body) as object;
  }

  private async requestOf(
    { command }: JourneyStep,
    id: string | undefined,
    body: object,
  ): Promise<GeneratedRequest> {
    const [topic, verb] = command.split('/');
    const headers = { 'content-type': 'application/json', 'idempotency-key': uuidv7() };
    if (id === undefined) return { url: `/api/v1/${topic}/${verb}`, body: plain(body), headers };
    const version = { 'if-match': `"${await this.sender.api.versionOf(id)}"` };
    return {
      url: `/api/v1/${topic}/${id}/${verb}`,
      body: plain(body),
      headers: { ...headers, ...version },
      record: id,
    };
  }

  private async ask({ who, command }: JourneyStep, request: GeneratedRequest) {
    const answer = await this.sender.send(who, routeOf.get(command) as Route, request);
    if (answer.statusCode < 300) {
      const { id, kind } = answer.json();
      this.books.note(topicOf(kind).name, id, who);
    }
    return answer;
  }
}

function createsOf({ command }: JourneyStep): boolean {
  const { topic, verb } = topicAndVerb(command);
  return topic.commands[verb]?.creates ?? false;
}

function schemaOf({ command }: JourneyStep) {
  return routeOf.get(command)?.operation.requestBody?.content['application/json']?.schema ?? {};
}
