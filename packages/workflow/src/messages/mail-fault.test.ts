import { describe, expect, it } from 'vitest';
import { mailFault } from './mail-fault.js';

describe('why a letter was not taken', () => {
  it.each([
    ['sending RCPT TO 550', 'letter', 'does not take the address'],
    ['sending API EENVELOPE', 'letter', 'does not take the address'],
    ['sending DATA 554', 'letter', 'does not take the letter'],
    ['sending RCPT TO 451', 'server', 'said no for now'],
    ['sending DATA 451', 'server', 'said no for now'],
    ['sending MAIL FROM 530', 'settings', 'only from whoever signs in'],
    ['sending MAIL FROM 553', 'settings', 'send from its address'],
    ['sending CONN ECONNECTION', 'server', 'did not answer'],
    ['signing-in AUTH PLAIN 535', 'settings', 'the user and the password'],
    ['signing-in AUTH LOGIN 538', 'settings', 'the user and the password'],
    ['signing-in AUTH PLAIN 502', 'settings', 'lets nobody sign in'],
    ['signing-in AUTH PLAIN 454', 'server', 'said no for now'],
    ['greeting STARTTLS 502', 'settings', 'offers no TLS'],
    ['greeting CONN ERR_TLS_CERT_ALTNAME_INVALID', 'settings', 'for another name'],
    ['greeting CONN CERT_HAS_EXPIRED', 'server', 'out of date'],
    ['greeting CONN SELF_SIGNED_CERT_IN_CHAIN', 'settings', 'whom this service trusts'],
    ['greeting CONN UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'settings', 'whom this service trusts'],
    ['greeting CONN ERR_SSL_WRONG_VERSION_NUMBER', 'settings', 'does not speak TLS'],
    ['greeting CONN ECONNREFUSED', 'server', 'could not be reached'],
    ['greeting CONN ENOTFOUND', 'settings', 'name of the server'],
    ['greeting CONN EDNS', 'settings', 'name of the server'],
    ['unknown', 'server', 'did not answer'],
  ])('%s lies with the %s: %s', (code, of, words) => {
    const fault = mailFault(code);
    expect([fault.of, fault.why]).toEqual([of, expect.stringContaining(words)]);
    // Both are put together with other sentences.
    for (const text of [fault.why, fault.advice]) expect(text).toMatch(/^[A-Z].*[^.]$/);
  });
});
