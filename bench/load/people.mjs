import { randomUUID } from 'node:crypto';

/** Somebody of the demonstration over an api that runs: asks, gives commands, and throws where the api refuses. */
export function peopleOver(api, tokenOf) {
  const tokens = new Map();
  const token = async (who) => {
    if (!tokens.has(who)) tokens.set(who, await tokenOf(who));
    return tokens.get(who);
  };
  async function ask(who, method, path, body, headers = {}) {
    const answer = await fetch(api.url + path, {
      method,
      headers: {
        authorization: `Bearer ${await token(who)}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} as ${who}: ${text}`);
    return {
      body: text ? JSON.parse(text) : undefined,
      etag: answer.headers.get('etag'),
      link: answer.headers.get('link'),
    };
  }
  async function give(who, command, body, id) {
    const [topic, verb] = command.split('/');
    const headers = { 'idempotency-key': randomUUID() };
    if (id) headers['if-match'] = (await ask(who, 'GET', `/api/v1/${topic}/${id}`)).etag ?? '';
    const path = id ? `/api/v1/${topic}/${id}/${verb}` : `/api/v1/${topic}/${verb}`;
    return (await ask(who, 'POST', path, body, headers)).body;
  }
  return { ask, give };
}
