import {
  type Account,
  auditSignIn,
  beginSession,
  endSession,
  findEveryPartnership,
  type SessionTerms,
  type Store,
} from '@mase/store';
import type { FastifyRequest } from 'fastify';
import { sessionIdOf } from '../plugins/sessions.js';
import { Providers } from './providers.js';
import type { Settings } from './settings.js';

/** A session as it is given out, once. */
export interface Begun {
  sessionId: string;
  expiresAt: string;
}

/** Who is told when a local account outside the demonstration signs in: it goes past the identity provider. */
const toldOfBreakGlass = ['role:caldicott-guardian', 'role:administrator'].map((principal) => ({
  principal,
  kind: 'break-glass-sign-in',
}));

/** Where sessions begin and refusals are written down, whatever the way in. */
export class SignInDesk {
  readonly providers: Providers;

  constructor(
    readonly store: Store,
    readonly settings: Settings,
    readonly mode: 'demonstration' | 'live',
  ) {
    this.providers = new Providers(settings.tenants, mode);
  }

  /**
   * Begins a session, with its line in the audit and the messages it sends, all or nothing. The session that the
   * browser had before ends: no id outlives a sign-in.
   */
  async begin(
    request: FastifyRequest,
    account: Pick<Account, 'userId'> & { partnershipId: string },
    terms: SessionTerms,
    about: Record<string, string> = {},
  ): Promise<Begun> {
    const { idleMinutes, absoluteHours } = this.settings;
    const begun = await auditSignIn(
      this.store,
      {
        action: 'sign-in/accepted',
        partnershipId: account.partnershipId,
        userId: account.userId,
        about: { method: terms.method, ...(terms.tenant ? { tenant: terms.tenant } : {}), ...about },
        tell: about.local === 'break-glass' ? toldOfBreakGlass : [],
      },
      (tx) => beginSession({ pool: tx }, account, { hours: absoluteHours, idleMinutes, ...terms }),
    );
    const before = sessionIdOf(request.headers.authorization);
    if (before) await endSession(this.store, before, 'rotated');
    return begun as Begun;
  }

  /** Writes a refused sign-in to the audit: of the partnership, or, where nobody is known, of each. */
  async refuse(about: {
    partnershipId?: string | undefined;
    userId?: string | undefined;
    method: string;
    tenant?: string | undefined;
    why: string;
  }): Promise<void> {
    const { partnershipId, userId = null, ...told } = about;
    const where = partnershipId ? [partnershipId] : await findEveryPartnership(this.store);
    for (const one of where)
      await auditSignIn(this.store, {
        action: 'sign-in/refused',
        partnershipId: one,
        userId,
        about: JSON.parse(JSON.stringify(told)) as Record<string, string>,
      });
  }
}
