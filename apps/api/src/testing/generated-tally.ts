import { commandsOfPeople } from '@mase/workflow';
import type { LightMyRequestResponse } from 'fastify';
import { undescribed } from './described.js';
import type { Route } from './generated-request.js';

/** The name of the command that a route takes, like `child-cases/assess-risk`; that of no command for every other route. */
export const commandOf = ({ operation }: Route): string => operation.operationId.replace('.', '/');

const commands: ReadonlySet<string> = new Set(commandsOfPeople);

/** Whether a route takes a command of somebody: what is asked of it is written down, and is no look. */
export const isCommand = (route: Route): boolean => commands.has(commandOf(route));

/** What came back of generated requests: how often, of which route, and what was wrong with it. */
export class Tally {
  readonly statuses: { [status: string]: number } = {};
  /** Of commands, and of everything else: how many were asked, and how many were accepted. */
  readonly commands = { all: 0, accepted: 0 };
  readonly others = { all: 0, accepted: 0 };
  readonly faults: string[] = [];
  /** Where something that a journey goes on with could not be found, as an altered command was accepted before. */
  readonly lost: string[] = [];
  private readonly answered = new Map<string, Set<string>>();

  /** How many requests were sent. */
  get all(): number {
    return this.commands.all + this.others.all;
  }

  /** How many of them were accepted: answered with 2xx. */
  get accepted(): number {
    return this.commands.accepted + this.others.accepted;
  }

  /** Counts one answer, and keeps what is wrong with it. */
  count(route: Route, request: { url: string; body?: unknown }, answer: LightMyRequestResponse): void {
    const { statusCode } = answer;
    const of = isCommand(route) ? this.commands : this.others;
    of.all += 1;
    if (statusCode < 300) of.accepted += 1;
    this.statuses[statusCode] = (this.statuses[statusCode] ?? 0) + 1;
    const seen = this.answered.get(route.name) ?? new Set();
    this.answered.set(route.name, seen.add(codeOf(route, answer)));
    for (const fault of faultsOf(route, request.url, answer)) {
      const sent = JSON.stringify(request.body)?.slice(0, 2000);
      this.faults.push(`${fault}: ${route.name} ${request.url} ${sent} ${answer.body.slice(0, 2000)}`);
    }
  }

  /** The routes that nothing got to behind their doors, each with what it answered. */
  notReached(routes: readonly Route[]): string[] {
    return this.without(routes, reached);
  }

  /** The routes that never accepted what they were asked, each with what it answered. */
  notAccepted(routes: readonly Route[]): string[] {
    return this.without(routes, /^2/);
  }

  private without(routes: readonly Route[], wanted: RegExp): string[] {
    return routes.flatMap(({ name }) => {
      const seen = [...(this.answered.get(name) ?? [])].sort();
      return seen.some((one) => wanted.test(one)) ? [] : [`${name}: ${seen.join(', ')}`];
    });
  }
}

/**
 * What only the route itself or the rules answer: it was accepted, or refused by the rules (409), for its version (412), for
 * its key (422), with the places of its body that have faults (400), or by signing in, to whoever signs in (401). Not who has
 * to sign in first, has another role, names what is not there, or sends something else than asked.
 */
const reached = /^(2\d\d|409|412|422|400 body|40[01] signing in)/;

function codeOf({ method, path }: Route, { statusCode, body }: LightMyRequestResponse): string {
  const isRead = statusCode === 400 && method !== 'GET' && /"pointer":"\//.test(body);
  if (isRead) return '400 body';
  const signsIn = method === 'POST' && /\/(sign-in\/[a-z-]+|sessions)$/.test(path);
  const isOwn = [400, 401].includes(statusCode) && !/"code":"(INVALID_BODY|EMPTY_BODY|NOT_JSON)"/.test(body);
  return signsIn && isOwn ? `${statusCode} signing in` : `${statusCode}`;
}

/** What is wrong with an answer: that it is ours to blame, that it is not as described, that a refusal is no problem document. */
function faultsOf(route: Route, url: string, answer: LightMyRequestResponse): string[] {
  const { statusCode, headers } = answer;
  if (statusCode >= 500) return [`${statusCode}`];
  const drift = undescribed(route.method, url, answer);
  if (statusCode < 400) return drift;
  const isProblem = String(headers['content-type']).startsWith('application/problem+json');
  return isProblem && answer.json().status === statusCode ? drift : [...drift, 'no problem document'];
}
