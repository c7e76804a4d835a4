import type { FastifyInstance } from 'fastify';
import type { ApiClient } from './api-client.js';
import { sessionToken } from './session-cookies.js';

interface Check {
  Body: { text?: unknown; ownWords?: unknown } | null;
}

/** What the script beside a text needs of each term: where it stands, why it is pointed out, what could be said. */
interface Finding {
  label: string;
  offset: number;
  length: number;
  why: string;
  say: string[];
  weight: string;
  quoted: boolean;
}

/**
 * `POST /language-check` from the page's script, passed on to the api while somebody types; a hint and no more, so a
 * refusal is answered as it comes and shown to nobody. Nothing of the text is kept or logged.
 */
export function serveLanguageCheck(app: FastifyInstance, api: ApiClient): void {
  app.post<Check>('/language-check', { bodyLimit: 512 * 1024 }, async (request, reply) => {
    const { text, ownWords } = request.body ?? {};
    const answer = await api
      .as(sessionToken(request), request.ip)
      .post<{ findings: Finding[] }>('/api/v1/language/check', { text, ownWords: ownWords === true }, {});
    reply.header('cache-control', 'no-store');
    if (!answer.ok) return reply.code(answer.status).send({ findings: [] });
    const findings = answer.body.findings.map(
      ({ label, offset, length, why, say, weight, quoted }): Finding => ({
        ...{ label, offset, length, why, say, weight, quoted },
      }),
    );
    return { findings };
  });
}
