import type { Store } from '../store.js';
import { hashSecret } from './hash-secret.js';
import type { SignInMethod } from './sessions.js';

/** What waits between two steps of a sign-in: at a provider, for a code, from a session to a command line, a sign-out told once. */
export type StepKind = 'provider' | 'code' | 'hand-over' | 'sign-out';

/** A sign-in between two steps. The database holds the hash of its token, so that a copy of it goes no further. */
export interface SignInStep {
  partnershipId: string;
  kind: StepKind;
  browser?: string | undefined;
  tenant?: string | null | undefined;
  userId?: string | null | undefined;
  returnTo?: string | null | undefined;
  method?: SignInMethod | null | undefined;
  until?: string | null | undefined;
}

/** A step as it was kept; the browser's secret only as its hash. */
export type KeptStep = Omit<SignInStep, 'browser'> & { browserHash: Buffer | null };

/** Whether this browser's secret is the one the step began with. */
export function isOfBrowser(step: KeptStep, browser: string): boolean {
  return step.browserHash?.equals(hashSecret(browser)) ?? false;
}

/** Keeps a step for so many minutes under its token; false where there is one of this token already. */
export async function beginSignInStep(
  store: Store,
  token: string,
  step: SignInStep,
  minutes: number,
): Promise<boolean> {
  const begun = await store.pool.query<{ begun: boolean }>(
    'select begin_sign_in_step($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as begun',
    [
      hashSecret(token),
      step.partnershipId,
      step.kind,
      step.browser ? hashSecret(step.browser) : null,
      step.tenant ?? null,
      step.userId ?? null,
      step.returnTo ?? null,
      step.method ?? null,
      step.until ?? null,
      minutes,
    ],
  );
  return begun.rows[0]?.begun ?? false;
}

/** The step under a token, which stays; null where there is none or its time is over. */
export async function findSignInStep(store: Store, token: string, kind: StepKind): Promise<KeptStep | null> {
  return asked(store, 'find_sign_in_step', token, kind);
}

/** Takes the step under a token away, so that it is followed once; null where there is none or its time is over. */
export async function takeSignInStep(store: Store, token: string, kind: StepKind): Promise<KeptStep | null> {
  return asked(store, 'take_sign_in_step', token, kind);
}

async function asked(
  store: Store,
  how: 'find_sign_in_step' | 'take_sign_in_step',
  token: string,
  kind: StepKind,
): Promise<KeptStep | null> {
  const found = await store.pool.query<{
    partnership_id: string;
    kind: StepKind;
    browser_hash: Buffer | null;
    tenant: string | null;
    user_id: string | null;
    return_to: string | null;
    method: SignInMethod | null;
    until: string | null;
  }>(`select * from ${how}($1, $2)`, [hashSecret(token), kind]);
  const row = found.rows[0];
  return row
    ? {
        partnershipId: row.partnership_id,
        kind: row.kind,
        browserHash: row.browser_hash,
        tenant: row.tenant,
        userId: row.user_id,
        returnTo: row.return_to,
        method: row.method,
        until: row.until,
      }
    : null;
}
