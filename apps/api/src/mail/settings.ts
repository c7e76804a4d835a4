import { readFileSync } from 'node:fs';
import { fileDangers } from '../safe-start/file-dangers.js';

/** How the server for e-mail is spoken to: TLS from the first byte, TLS begun by STARTTLS, or none. */
const tlsWays = ['implicit', 'starttls', 'none'] as const;

/** Where e-mail goes out, as the file that MASE_MAIL names says. */
export interface MailSettings {
  host: string;
  port: number;
  tls: (typeof tlsWays)[number];
  /** The address that letters come from. */
  from: string;
  /** Where people reach this service: letters lead there. */
  site: string;
  user?: string;
  password?: string;
}

/** The file of settings is not what it must be; the message names the field and never its value. */
export class MailSettingsError extends Error {
  readonly code = 'MAIL_SETTINGS';
}

const fields = ['host', 'port', 'tls', 'from', 'site', 'user', 'passwordFile'];
const address = /^[^\s@<>"]+@[^\s@<>"]+$/;

function demand(holds: boolean, words: string): void {
  if (!holds) throw new MailSettingsError(`MASE_MAIL: ${words}`);
}

function siteOf(text: unknown): string {
  try {
    return new URL(String(text)).origin;
  } catch {
    throw new MailSettingsError('MASE_MAIL: site is the address at which people reach this service.');
  }
}

/** The settings for e-mail, or null where MASE_MAIL names no file: then nothing is sent, and that is said. */
export function mailSettings(env: NodeJS.ProcessEnv): MailSettings | null {
  if (!env.MASE_MAIL) return null;
  const said = JSON.parse(readFileSync(env.MASE_MAIL, 'utf8')) as { [field: string]: unknown };
  const unknown = Object.keys(said).filter((name) => !fields.includes(name));
  demand(unknown.length === 0, `${unknown.join(', ')} is no field; there are ${fields.join(', ')}.`);
  const { host, port, tls, from, user, passwordFile } = said;
  demand(typeof host === 'string' && host !== '', 'host names the server.');
  demand(Number.isInteger(port) && Number(port) > 0 && Number(port) < 65_536, 'port is a number.');
  demand(tlsWays.includes(tls as never), `tls is one of ${tlsWays.join(', ')}.`);
  demand(typeof from === 'string' && address.test(from), 'from is an address.');
  demand(user === undefined || typeof user === 'string', 'user is text.');
  const password =
    typeof passwordFile === 'string'
      ? readFileSync(passwordFile, 'utf8').trim()
      : env.MASE_MAIL_PASSWORD || undefined;
  demand((user === undefined) === (password === undefined), 'a user and a password come together.');
  return {
    host: host as string,
    port: port as number,
    tls: tls as MailSettings['tls'],
    from: from as string,
    site: siteOf(said.site),
    ...(user === undefined ? {} : { user: user as string, password: password as string }),
  };
}

/** What is dangerous about the settings for e-mail outside a demonstration; nothing where none is sent. */
export function mailDangers(env: NodeJS.ProcessEnv): string[] {
  if (!env.MASE_MAIL) return [];
  let settings: MailSettings | null;
  try {
    settings = mailSettings(env);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return [code === 'MAIL_SETTINGS' ? message : `MASE_MAIL: ${env.MASE_MAIL} cannot be read.`];
  }
  const { passwordFile } = JSON.parse(readFileSync(env.MASE_MAIL, 'utf8')) as { passwordFile?: string };
  return [
    ...(passwordFile ? fileDangers('MASE_MAIL passwordFile', passwordFile) : []),
    ...(settings?.tls === 'none'
      ? ['MASE_MAIL: letters and the password would travel in the clear: set tls to implicit or starttls.']
      : []),
    ...(settings && !settings.site.startsWith('https://')
      ? ['MASE_MAIL: letters would lead to an address without TLS: let site begin with https://.']
      : []),
  ];
}
