import { beginSession } from '@mase/store';
import type { LightMyRequestResponse } from 'fastify';
import type { GeneratedRequest, Route } from './generated-request.js';
import type { Tally } from './generated-tally.js';
import type { TestApi } from './test-api.js';

/** Whether a route may end the session of whoever asks it: the next request of that person begins another. */
const endsSession = ({ name }: Route) => name.startsWith('DELETE ') && name.includes('/sessions');

/** Sends generated requests to an api as people of its partnership, and counts what comes back. */
export class GeneratedSender {
  private readonly sessions = new Map<string, { id: string; day: string }>();

  constructor(
    readonly api: TestApi,
    readonly tally: Tally,
  ) {}

  /** Sends one request as a person, by his or her key, a second after the one before. */
  async send(who: string, route: Route, request: GeneratedRequest): Promise<LightMyRequestResponse> {
    const { time, app } = this.api;
    time.now = new Date(Date.parse(time.now) + 1000).toISOString();
    const { url, body, headers } = request;
    const authorization = `Bearer ${await this.sessionOf(who)}`;
    if (endsSession(route)) this.sessions.delete(who);
    const answer = await app.inject({
      method: route.method,
      url,
      headers: { ...headers, authorization },
      ...(body === undefined ? {} : { payload: typeof body === 'object' ? JSON.stringify(body) : body }),
    });
    if (answer.statusCode === 401) this.sessions.delete(who);
    this.tally.count(route, request, answer);
    return answer;
  }

  /** The session of a person: a new one each day, as one ends where nobody uses it. */
  private async sessionOf(who: string): Promise<string> {
    const { store, founded, time } = this.api;
    const day = time.now.slice(0, 10);
    const known = this.sessions.get(who);
    if (known?.day === day) return known.id;
    const owner = { userId: founded.people[who] as string, partnershipId: founded.partnershipId };
    const { sessionId: id } = await beginSession(store, owner);
    this.sessions.set(who, { id, day });
    return id;
  }
}
