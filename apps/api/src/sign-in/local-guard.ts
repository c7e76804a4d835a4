import { giveTryBack, type Store, takeTry } from '@mase/store';
import { tooManyTries } from './refused.js';

/** Tries for one account at one address. */
const pair = { atMost: 5, minutes: 15 };
/** Tries at one address, for all accounts together. */
const address = { atMost: 30, minutes: 15 };
/** Wrong tries for one account from everywhere: after these each address has one try left, not none. */
const account = { atMost: 50, minutes: 60 };
/** Codes for one account, by whoever knew its password. */
const codes = { atMost: 5, minutes: 15 };

const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** The network that an address stands for: itself, or the /64 of an IPv6 address, within which one machine has many. */
export function networkOf(ip: string): string {
  return ip.includes(':') && !ip.startsWith('::ffff:') ? ip.split(':').slice(0, 4).join(':') : ip;
}

/**
 * Counts a try at a password, known account or not. Nobody can lock somebody else out: what others try from elsewhere
 * leaves each address a try of its own, which the right password needs. Throws 429 with the time to wait. Gives what
 * takes the try back once the password was right.
 */
export async function passwordTry(store: Store, email: string, ip: string): Promise<() => Promise<void>> {
  const [who, from] = [email.toLowerCase(), networkOf(ip)];
  const keys = { account: `account ${who}`, pair: `pair ${who} ${from}`, address: `address ${from}` };
  const besieged = (await takeTry(store, keys.account, account)) > 0;
  const waits = [await takeTry(store, keys.pair, besieged ? { ...pair, atMost: 1 } : pair)];
  // Behind a proxy that tells no addresses everybody has this one.
  if (!loopback.includes(from)) waits.push(await takeTry(store, keys.address, address));
  const wait = Math.max(...waits);
  if (wait > 0) throw tooManyTries(wait);
  return async () => {
    await giveTryBack(store, keys.pair, true);
    await giveTryBack(store, keys.account);
    await giveTryBack(store, keys.address);
  };
}

/** Counts a try at a code after the right password. Throws 429; gives what takes the try back. */
export async function codeTry(store: Store, userId: string): Promise<() => Promise<void>> {
  const key = `code ${userId}`;
  const wait = await takeTry(store, key, codes);
  if (wait > 0) throw tooManyTries(wait);
  return () => giveTryBack(store, key, true);
}
