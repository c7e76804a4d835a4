import { statfs } from 'node:fs/promises';
import { type Connections, type Finding, fault, faultsOr, note, tryLogin, well } from '@mase/store';
import { mailFault } from '@mase/workflow';
import { greetMailServer } from '../mail/converse.js';
import { MailSettingsError, mailDangers, mailSettings } from '../mail/settings.js';
import { addressDangers } from '../safe-start/address-dangers.js';
import { fileDangers } from '../safe-start/file-dangers.js';

/** Whether the file of addresses is for its owner alone, its addresses are safe, and every role signs in with it. */
export async function connectionFindings(file: string, connections: Connections): Promise<Finding[]> {
  const refused = await Promise.all(
    Object.entries(connections).map(async ([role, url]) => {
      const code = await tryLogin(url);
      return code && `${role} does not sign in (${code})`;
    }),
  );
  return [
    faultsOr('file of addresses', fileDangers('MASE_CONNECTIONS', file), {
      well: 'its owner alone may open it',
      todo: 'chmod 600 it, and give the roles new passwords if somebody may have read it: take them out of the file, then mase migrate',
    }),
    faultsOr('addresses', [...new Set(Object.values(connections).flatMap(addressDangers))], {
      well: 'what is asked and answered stays on this machine or travels over TLS',
      todo: 'set the owner’s address right and run mase migrate: the others follow from it',
    }),
    faultsOr(
      'sign-in of the roles',
      refused.filter((one) => one !== null),
      {
        well: `all ${Object.keys(connections).length} sign in`,
        todo: 'mase migrate --connections gives each the password of the file; then start the services with it',
      },
    ),
  ];
}

const gigabyte = 1_000_000_000;

/** Whether the disk of a folder has room. */
export async function diskFinding(what: string, folder: string): Promise<Finding> {
  const check = `disk of ${what}`;
  let free: number;
  let whole: number;
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    [free, whole] = [bavail * bsize, blocks * bsize];
  } catch (error) {
    return fault(
      check,
      `${folder} cannot be looked at (${(error as { code?: string }).code})`,
      'is it there?',
    );
  }
  const words = `${(free / gigabyte).toFixed(1)} GB of ${(whole / gigabyte).toFixed(1)} GB are free`;
  const todo = 'a full disk stops every change and the sealing: make room, or move it to a larger one';
  if (free < gigabyte || free / whole < 0.03) return fault(check, words, todo);
  return free < 5 * gigabyte || free / whole < 0.1 ? note(check, words, todo) : well(check, words);
}

/** Whether the settings for e-mail are safe and the mail server is reached and signed in to with them; no letter is sent. */
export async function mailServerFinding(env: NodeJS.ProcessEnv): Promise<Finding> {
  const check = 'mail server';
  try {
    const settings = mailSettings(env);
    if (!settings)
      return note(check, 'MASE_MAIL names no file of settings: people are told in the product alone');
    const code = await greetMailServer(settings);
    const signedIn = settings.user ? ' and signed in to' : '';
    if (code === null)
      return faultsOr(check, env.MASE_MODE === 'demonstration' ? [] : mailDangers(env), {
        well: `${settings.host} is reached${signedIn}`,
        todo: 'set it right: outside a demonstration the worker does not start so',
      });
    const { why, advice } = mailFault(code);
    return fault(check, `${settings.host}, port ${settings.port}: ${why} (${code})`, advice);
  } catch (error) {
    if (!(error instanceof MailSettingsError)) throw error;
    return fault(check, error.faults.join(' '), 'set it right and restart the worker');
  }
}
