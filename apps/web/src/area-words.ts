import { AsyncLocalStorage } from 'node:async_hooks';
import { englandProfile, type Profile } from '@mase/workflow/words';
import type { FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { ApiClient } from './api-client.js';
import { sessionToken } from './session-cookies.js';

/** What the reader's area calls its grades, clocks and stages, as its profile in force says. */
export interface AreaWords {
  timeZone: string;
  nation: Profile['nation'];
  grades: Record<string, string>;
  clocks: Record<string, { label: string; starts: string; unit?: string | null }>;
  listingBases: Record<string, string>;
  challengeStages: string[];
  retentionRules: Record<string, string>;
}

const { clocks, escalation, grades, nation, panel, retention, timeZone } = englandProfile;
const labels = (choices: readonly { id: string; label: string }[]) =>
  Object.fromEntries(choices.map(({ id, label }) => [id, label]));

/** England's words: for pages that are opened by nobody in particular, and where the api cannot be asked. */
const england: AreaWords = {
  timeZone,
  nation,
  clocks,
  grades: Object.fromEntries(Object.entries(grades).map(([id, { name }]) => [id, name])),
  listingBases: labels(panel.listingBases),
  challengeStages: escalation.challenge.map(({ label }) => label),
  retentionRules: labels(retention.rules),
};

const ofRequest = new AsyncLocalStorage<AreaWords>();

/** The words of the area for which the page is made. They name things and decide nothing. */
export function areaWords(): AreaWords {
  return ofRequest.getStore() ?? england;
}

const keptForMs = 60_000;
const mostKept = 1000;

interface Kept {
  until: number;
  words: Promise<AreaWords>;
}

/** Makes every page of a session speak the words of its area, which are asked for once a minute and session. */
export class SpeakingArea {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly api: ApiClient) {}

  /** What a page's address does before it answers. */
  get before(): NonNullable<RouteShorthandOptions['preHandler']> {
    return (request, _reply, done) => {
      this.wordsOf(request).then((words) => ofRequest.run(words, done), done);
    };
  }

  private async wordsOf(request: FastifyRequest): Promise<AreaWords> {
    const session = sessionToken(request);
    if (!session) return england;
    const now = Date.now();
    const known = this.kept.get(session);
    if (known && known.until > now) return known.words;
    if (this.kept.size >= mostKept) this.kept.clear();
    const words = this.ask(session, request.ip);
    this.kept.set(session, { until: now + keptForMs, words });
    return words;
  }

  /** The words of a session’s area; England’s where the api refuses, which the page itself then tells. */
  private async ask(session: string, address: string): Promise<AreaWords> {
    try {
      const answer = await this.api.as(session, address).get<AreaWords>('/api/v1/profile-words');
      if (answer.ok && answer.body.grades) return answer.body;
    } catch {
      // The page asks the same api next, and says that it cannot be reached.
    }
    this.kept.delete(session);
    return england;
  }
}
