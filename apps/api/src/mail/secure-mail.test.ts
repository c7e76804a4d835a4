import { mailFault } from '@mase/workflow';
import { afterEach, describe, expect, it } from 'vitest';
import { ownCertificate } from '../testing/certificate.js';
import { type MailServer, type MailServerKind, mailServer } from '../testing/mail-server.js';
import { greetMailServer } from './converse.js';
import { handIn } from './hand-in.js';
import type { MailSettings } from './settings.js';

const certificate = ownCertificate(['127.0.0.1']);
const account = { user: 'mase', password: 'a made-up password' };
const signedIn = { user: account.user, password: account.password };
const patience = { greeting: 500, silence: 500, whole: 2_000 };

let server: MailServer | undefined;
afterEach(() => server?.close());

const letter = {
  messageId: '<0198c1d0-0000-7000-8000-0000000000aa@example.test>',
  to: 'ada@example.test',
  subject: 'MASE: something new for you',
  text: 'There is a new message for you.\n',
  date: new Date('2026-11-02T09:00:00.000Z'),
};

/** A server of that kind, and the settings that fit it but for what is said otherwise. */
async function meet(kind: MailServerKind, otherwise: Partial<MailSettings> = {}): Promise<MailSettings> {
  server = await mailServer(kind);
  return {
    ...{ host: '127.0.0.1', port: server.port, tls: kind.tls ?? 'none' },
    ...{ from: 'mase@example.test', site: 'https://mase.example.test' },
    ...(kind.certificate ? { authority: kind.certificate.cert } : {}),
    ...otherwise,
  };
}

describe('a letter handed in over TLS', () => {
  it.each(['implicit', 'starttls'] as const)(
    '(%s) goes to a server whose certificate fits, after signing in',
    async (tls) => {
      const settings = await meet({ tls, certificate, account }, signedIn);
      expect(await greetMailServer(settings, patience)).toBeNull();
      expect(await handIn(letter, settings, patience)).toEqual({
        tried: { outcome: 'accepted' },
        away: false,
      });
      expect(server?.taken.map(({ to }) => to)).toEqual([letter.to]);
      // Twice: once greeted only, once with the letter.
      const signIn = { user: 'mase', overTls: true };
      expect(server?.signIns).toEqual([signIn, signIn]);
    },
  );

  const now = Date.now();
  const past: [Date, Date] = [new Date(now - 7_200_000), new Date(now - 3_600_000)];
  const coming: [Date, Date] = [new Date(now + 3_600_000), new Date(now + 7_200_000)];
  const both = ['implicit', 'starttls'] as const;
  it.each<[what: string, kind: MailServerKind, otherwise: Partial<MailSettings>, code: RegExp, why: RegExp]>([
    ...both.flatMap((tls): [string, MailServerKind, Partial<MailSettings>, RegExp, RegExp][] => [
      [
        `signed by nobody who is trusted (${tls})`,
        { tls, certificate, account },
        { authority: undefined as never, ...signedIn },
        /^greeting CONN DEPTH_ZERO_SELF_SIGNED_CERT$/,
        /signed by nobody whom this service trusts/,
      ],
      [
        `signed by another authority than the one that is named (${tls})`,
        { tls, certificate, account },
        { authority: ownCertificate(['127.0.0.1']).cert, ...signedIn },
        /^greeting CONN (DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_|CERT_SIGNATURE_FAILURE)/,
        /signed by nobody whom this service trusts/,
      ],
      [
        `for another name (${tls})`,
        { tls, certificate: ownCertificate(['other.example.test']), account },
        signedIn,
        /^greeting CONN ERR_TLS_CERT_ALTNAME_INVALID$/,
        /for another name/,
      ],
      [
        `that ran out (${tls})`,
        { tls, certificate: ownCertificate(['127.0.0.1'], past), account },
        signedIn,
        /^greeting CONN CERT_HAS_EXPIRED$/,
        /out of date/,
      ],
      [
        `that does not hold yet (${tls})`,
        { tls, certificate: ownCertificate(['127.0.0.1'], coming), account },
        signedIn,
        /^greeting CONN CERT_NOT_YET_VALID$/,
        /out of date/,
      ],
    ]),
  ])('does not go where the certificate is %s', async (_what, kind, otherwise, code, why) => {
    await refusedAs(await meet(kind, otherwise), code, why);
  });

  it('does not go, nor does the password, where TLS is demanded and none is offered', async () => {
    const settings = await meet({ account }, { tls: 'starttls', ...signedIn });
    await refusedAs(
      settings,
      /^greeting STARTTLS 50\d$/,
      /offers no TLS, so nothing was said to it in the clear/,
    );
  });

  it('does not go where one side begins with TLS and the other does not', async () => {
    const plain = await meet({ tls: 'starttls', certificate, account }, { tls: 'implicit', ...signedIn });
    await refusedAs(plain, /^greeting CONN ERR_SSL/, /does not speak TLS as tls of the settings says/);
    await server?.close();
    const implicit = await meet({ tls: 'implicit', certificate, account }, { tls: 'starttls', ...signedIn });
    await refusedAs(implicit, /^greeting CONN (ETIMEDOUT|ECONN)/, /could not be reached/);
  });

  async function refusedAs(settings: MailSettings, code: RegExp, why: RegExp): Promise<void> {
    const { tried, away } = await handIn(letter, settings, patience);
    expect(tried).toEqual({ outcome: 'failed', why: expect.stringMatching(code) });
    // The server as a whole cannot be spoken to: letters wait, and none is given up for it.
    expect(away).toBe(true);
    expect(mailFault((tried as { why: string }).why).why).toMatch(why);
    expect(await greetMailServer(settings, patience)).toMatch(code);
    expect(server?.taken).toEqual([]);
    expect(server?.signIns).toEqual([]);
  }
});

describe('signing in to the server', () => {
  const over = { tls: 'implicit', certificate } as const;

  it.each([
    ['a wrong password', { ...signedIn, password: 'another' }],
    ['an unknown user', { ...signedIn, user: 'nobody' }],
  ])('with %s is refused, the letter waits, and it is said what to set right', async (_what, wrong) => {
    const settings = await meet({ ...over, account }, wrong);
    const { tried, away } = await handIn(letter, settings, patience);
    expect({ tried, away }).toEqual({
      tried: { outcome: 'failed', why: expect.stringMatching(/^signing-in AUTH \w+ 535$/) },
      away: true,
    });
    const { of, why, advice } = mailFault((tried as { why: string }).why);
    expect([of, why]).toEqual(['settings', 'The server does not take the user and the password']);
    expect(advice).toContain('Set user and the password right');
  });

  it('is needed where the server takes letters from nobody else', async () => {
    const { tried, away } = await handIn(letter, await meet({ ...over, account }), patience);
    expect({ tried, away }).toEqual({
      tried: { outcome: 'failed', why: 'sending MAIL FROM 530' },
      away: true,
    });
    expect(mailFault('sending MAIL FROM 530').advice).toBe('Add user and a password to the settings');
  });

  it('is told not to be offered where the server knows no accounts', async () => {
    const { tried } = await handIn(letter, await meet(over, signedIn), patience);
    expect(tried).toEqual({ outcome: 'failed', why: expect.stringMatching(/^signing-in AUTH PLAIN 50\d$/) });
    expect(mailFault((tried as { why: string }).why).why).toBe('The server lets nobody sign in here');
  });
});
