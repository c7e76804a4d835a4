import { addUser } from '@mase/store';
import { openOwner } from '@mase/store/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { demonstrationEmail } from '../demonstration/people.js';
import { type Journey, type SignInWorld, signInWorld } from '../testing/sign-in-world.js';

let world: SignInWorld;
beforeAll(async () => {
  world = await signInWorld(inject('MASE_TEST_SERVER'));
});
afterAll(() => world.close());
beforeEach(() => {
  for (const provider of [world.council, world.police]) provider.person = person('worker');
});
afterEach(() => {
  world.council.hostility = {};
  world.police.hostility = {};
});

const person = (key: string) => ({
  subject: `subject-of-${key}`,
  email: demonstrationEmail(key),
  acr: 'urn:test:mfa',
  amr: ['otp'],
});

const withAnswer = ({ answer }: Journey, change: (query: URLSearchParams) => void): { answer: string } => {
  const query = new URLSearchParams(answer);
  change(query);
  return { answer: query.toString() };
};

async function refused(
  code: string,
  why: RegExp,
  journey: Journey,
  over: Partial<Journey> = {},
): Promise<void> {
  const answer = await world.finish(journey, over);
  expect(answer.json().code, answer.body).toBe(code);
  expect(answer.json().sessionId).toBeUndefined();
  expect((await world.acts()).at(-1)?.about.why).toMatch(why);
}

describe('an answer of a provider is refused', () => {
  it('whose state was used before', async () => {
    const journey = await world.goAndComeBack('council');
    expect((await world.finish(journey)).statusCode).toBe(201);
    await refused('SIGN_IN_TOO_OLD', /state-unknown-or-used/, journey);
  });

  it('of two browsers that send it at once: one signs in', async () => {
    const journey = await world.goAndComeBack('council');
    const answers = await Promise.all(Array.from({ length: 8 }, () => world.finish(journey)));
    expect(answers.filter((one) => one.statusCode === 201)).toHaveLength(1);
  });

  it('that began in another browser', async () => {
    const victim = await world.goAndComeBack('council');
    const attacker = await world.goAndComeBack('council');
    await refused('SIGN_IN_TOO_OLD', /other-browser/, victim, { browser: attacker.browser });
  });

  it('without a state', async () => {
    const journey = await world.goAndComeBack('council');
    await refused(
      'SIGN_IN_TOO_OLD',
      /state-missing/,
      journey,
      withAnswer(journey, (q) => q.delete('state')),
    );
  });

  it('with two states', async () => {
    const journey = await world.goAndComeBack('council');
    const twice = withAnswer(journey, (q) => q.append('state', 'another'));
    await refused('SIGN_IN_TOO_OLD', /state-missing/, journey, twice);
  });

  it('with a state that nobody was given', async () => {
    const journey = await world.goAndComeBack('council');
    const other = withAnswer(journey, (q) => q.set('state', 'x'.repeat(43)));
    await refused('SIGN_IN_TOO_OLD', /state-unknown/, journey, other);
  });

  it('that took longer than a quarter of an hour', async () => {
    const journey = await world.goAndComeBack('council');
    await openOwner(world.database.connections.owner, (client) =>
      client.query("update sign_in_step set expires_at = now() - interval '1 second'"),
    );
    await refused('SIGN_IN_TOO_OLD', /state-unknown/, journey);
  });

  it('whose code was used before, under a new state', async () => {
    const first = await world.goAndComeBack('council');
    await world.finish(first);
    const next = await world.goAndComeBack('council');
    const code = new URLSearchParams(first.answer).get('code') as string;
    await refused(
      'ANSWER_NOT_TRUSTED',
      /OAUTH/,
      next,
      withAnswer(next, (q) => q.set('code', code)),
    );
  });

  it('whose code was stolen from another sign-in: it does not fit the verifier', async () => {
    const victim = await world.goAndComeBack('council');
    const attacker = await world.goAndComeBack('council');
    const code = new URLSearchParams(victim.answer).get('code') as string;
    await refused(
      'ANSWER_NOT_TRUSTED',
      /OAUTH/,
      attacker,
      withAnswer(attacker, (q) => q.set('code', code)),
    );
  });

  it('with two codes', async () => {
    const journey = await world.goAndComeBack('council');
    const twice = withAnswer(journey, (q) => q.append('code', 'another'));
    await refused('ANSWER_NOT_TRUSTED', /./, journey, twice);
  });

  it('of one organisation at the address of another', async () => {
    const journey = await world.goAndComeBack('council');
    await refused('ANSWER_NOT_TRUSTED', /mix-up/, journey, { organisation: 'police' });
  });

  it('that names another issuer, as after a mix-up', async () => {
    const journey = await world.goAndComeBack('council');
    const other = withAnswer(journey, (q) => q.set('iss', world.police.issuer));
    await refused('ANSWER_NOT_TRUSTED', /OAUTH/, journey, other);
  });

  it('that names no issuer where the provider says that it does', async () => {
    const journey = await world.goAndComeBack('council');
    await refused(
      'ANSWER_NOT_TRUSTED',
      /OAUTH/,
      journey,
      withAnswer(journey, (q) => q.delete('iss')),
    );
  });

  it('of an organisation that is not on the allow-list', async () => {
    for (const path of ['begin', 'complete']) {
      const answer = await world.ask('POST', `/api/v1/sign-in/${path}`, {
        organisation: 'elsewhere',
        ...(path === 'complete' ? { answer: 'code=x&state=y', browser: 'z' } : {}),
      });
      expect(answer.json().code).toBe('ORGANISATION_UNKNOWN');
    }
  });

  it('in which the provider says no', async () => {
    const journey = await world.goAndComeBack('council');
    const no = withAnswer(journey, (q) => {
      q.delete('code');
      q.set('error', 'access_denied');
      q.set('error_description', 'Wren Worker may not');
    });
    await refused('PROVIDER_REFUSED', /^access_denied$/, journey, no);
  });

  it('of a person whose access has ended', async () => {
    world.council.person = person('worker-south');
    expect((await world.finish(await world.goAndComeBack('council'))).statusCode).toBe(201);
    await openOwner(world.database.connections.owner, (client) =>
      client.query("update record set phase = 'ended' where id = $1", [world.founded.people['worker-south']]),
    );
    await refused('ACCOUNT_ENDED', /./, await world.goAndComeBack('council'));
    world.council.person = { ...person('worker-south'), subject: 'never seen' };
    await refused('ACCOUNT_ENDED', /./, await world.goAndComeBack('council'));
  });

  it('of a person with whose address there are two accounts', async () => {
    await addUser(world.store, world.database.connections.owner, world.founded.partnershipId, {
      name: 'Alex Auditor the Second',
      email: demonstrationEmail('auditor'),
      agencyId: world.founded.agencies.council as string,
      roles: ['auditor'],
    });
    world.council.person = person('auditor');
    await refused('ACCOUNT_AMBIGUOUS', /./, await world.goAndComeBack('council'));
  });
});

describe('the real provider, asked as an attacker would ask it,', () => {
  it.each<[string, (authorization: URL) => void]>([
    ['takes no challenge that is no hash', (at) => at.searchParams.set('code_challenge_method', 'plain')],
    [
      'takes no sign-in without a challenge',
      (at) => {
        at.searchParams.delete('code_challenge');
        at.searchParams.delete('code_challenge_method');
      },
    ],
    [
      'sends no answer to another address',
      (at) => at.searchParams.set('redirect_uri', 'https://evil.example.org/session/callback/council'),
    ],
    [
      'sends no answer to a longer address',
      (at) => at.searchParams.set('redirect_uri', 'https://mase.example.org/session/callback/council/x'),
    ],
  ])('%s', async (_name, change) => {
    const gone = await world.goAndComeBack('council', change).catch((error: Error) => error.message);
    const error = typeof gone === 'string' ? gone : new URLSearchParams(gone.answer).get('error');
    expect(error).toMatch(/invalid_request|invalid_redirect_uri|redirect_uri/);
  });

  it('gives no token for a code without its verifier, nor with a wrong one', async () => {
    for (const verifier of [undefined, 'x'.repeat(43)]) {
      const { answer } = await world.goAndComeBack('council');
      const told = await fetch(`${world.council.issuer}/token`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`mase:${world.council.clientSecret}`).toString('base64')}`,
        },
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code: new URLSearchParams(answer).get('code') as string,
          redirect_uri: 'https://mase.example.org/session/callback/council',
          ...(verifier ? { code_verifier: verifier } : {}),
        }),
      });
      expect([told.status, (await told.json()).error]).toEqual([400, 'invalid_grant']);
    }
  });
});

describe('the way on after sign-in never leaves the web:', () => {
  it.each([
    '//evil.example.org',
    '/\\evil.example.org',
    '\\\\evil.example.org',
    'https://evil.example.org/',
    '/%2Fevil.example.org',
    '/%5cevil.example.org',
    '/%09/evil.example.org',
    '/..//evil.example.org',
    '/a/..//evil.example.org',
    'javascript:alert(1)',
    '/\t/evil.example.org',
    '/x%0d%0aset-cookie:a=b',
    '/%zz',
    '.evil.example.org',
    '@evil.example.org',
  ])('%s', async (returnTo) => {
    const begun = await world.ask('POST', '/api/v1/sign-in/begin', { organisation: 'council', returnTo });
    const { continueAt, browser } = begun.json();
    const gone = await world.council.browse(continueAt);
    if (!('back' in gone)) throw new Error(gone.refused);
    const answer = gone.back.search.slice(1);
    expect((await world.finish({ organisation: 'council', browser, answer })).json().returnTo).toBe('/');
  });
});
