import { id, instant, list, maybe, named, object, oneOf, type Schema, text, truth, whole } from './schema.js';

const begun = { sessionId: text('Shown once; sent as Authorization: Bearer'), expiresAt: instant };

const line = object({
  id,
  method: oneOf('demonstration', 'password', 'provider', 'hand-over'),
  organisation: maybe(text('The organisation whose provider signed the person in')),
  begunAt: instant,
  seenAt: instant,
  expiresAt: instant,
  current: truth,
});

/** Answers about signing in and sessions, by name. */
export const sessionSchemas: { [name: string]: Schema } = {
  BegunSession: object(begun),
  SignedIn: object({ ...begun, returnTo: text('The path of the web to go on to') }),
  SignedInByCode: object({
    ...begun,
    recoveryCodes: list(text('Shown once, after enrolment; each signs in once in place of a code')),
  }),
  SignInGoesOn: object({
    step: text('Sent with the code; ten minutes'),
    next: oneOf('code', 'enrolment'),
  }),
  SignInWays: object({
    organisations: list(object({ id: text(), name: text() })),
    idleMinutes: whole,
  }),
  SignInBegun: object({
    continueAt: text('The address of the provider to which the browser goes'),
    browser: text('Kept by the browser until it is back, and by nobody else'),
  }),
  Enrolment: object({
    secret: text('In base 32, for an authenticator app'),
    uri: text('The same, as otpauth:'),
  }),
  HandOverCode: object({ code: text('Good once'), minutes: whole }),
  SignedOut: object({ continueAt: text('Where the provider signs out') }),
  SessionsView: object({ items: list(line) }),
  UserSessionsView: object({
    items: list(line),
    identities: list(object({ id, organisation: text(), boundAt: instant })),
  }),
  SessionsEnded: object({ ended: whole }),
  MeView: object({
    id,
    name: text(),
    email: text(),
    roles: list(object({ id: text(), name: text() })),
    agencyId: id,
    teamId: maybe(text()),
    posts: list(named('Post')),
    expiresAt: instant,
    profile: object({
      ...{ id: text(), name: text(), timeZone: text(), nation: text() },
      forces: {
        ...list(text()),
        description: 'The police forces whose incidents are taken; none where any force is',
      },
    }),
  }),
  DemonstrationUsersView: object({
    users: list(object({ name: text(), email: text(), roles: list(text()), agencyKind: text() })),
  }),
};
