import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileDangers } from '../safe-start/file-dangers.js';

/** How the server for e-mail is spoken to: TLS from the first byte, TLS begun by STARTTLS, or none. */
const tlsWays = ['implicit', 'starttls', 'none'] as const;

/** Where e-mail goes out, as the file that MASE_MAIL names says. */
export interface MailSettings {
  host: string;
  port: number;
  tls: (typeof tlsWays)[number];
  /** Certificates that alone may have signed the server's, as PEM; those that are generally trusted where it is left out. */
  authority?: string;
  /** The address that letters come from. */
  from: string;
  /** Where people reach this service: letters lead there. */
  site: string;
  user?: string;
  password?: string;
}

/** The file of settings is not what it must be: every fault, a sentence each, that names the field and no secret. */
export class MailSettingsError extends Error {
  readonly code = 'MAIL_SETTINGS';
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'MailSettingsError';
  }
}

const fields = ['host', 'port', 'tls', 'authorityFile', 'from', 'site', 'user', 'passwordFile'];
const address = /^[^\s@<>"]+@[^\s@<>"]+$/;

/**
 * The settings for e-mail, or null where MASE_MAIL names no file: then nothing is sent, and that is said. Throws
 * `MailSettingsError` with every fault.
 */
export function mailSettings(env: NodeJS.ProcessEnv): MailSettings | null {
  const file = env.MASE_MAIL;
  if (!file) return null;
  const said = saidIn(file);
  const faults: string[] = [];
  const demand = (holds: boolean, words: string) => holds || faults.push(`MASE_MAIL: ${words}`);
  const unknown = Object.keys(said).filter((name) => !fields.includes(name));
  demand(unknown.length === 0, `${unknown.join(', ')} is no field; there are ${fields.join(', ')}.`);
  const { host, port, tls, from, user } = said;
  const site = URL.parse(String(said.site));
  demand(isText(host), 'host names the server.');
  demand(
    Number.isInteger(port) && Number(port) > 0 && Number(port) < 65_536,
    'port is a number up to 65535.',
  );
  demand(tlsWays.includes(tls as never), `tls is one of ${tlsWays.join(', ')}.`);
  demand(isText(from) && address.test(from), 'from is an address, such as mase@example.org.');
  demand(
    /^https?:$/.test(site?.protocol ?? '') && site?.pathname === '/' && !site.search,
    'site is the address at which people reach this service, without a path, such as https://mase.example.org.',
  );
  demand(user === undefined || isText(user), 'user is text.');
  const password =
    textOf(file, said, 'passwordFile', demand)?.trim() ?? (env.MASE_MAIL_PASSWORD || undefined);
  demand(password !== '', 'passwordFile is empty.');
  demand(
    (user === undefined) === (password === undefined),
    'user and a password (passwordFile, or MASE_MAIL_PASSWORD) come together.',
  );
  const authority = textOf(file, said, 'authorityFile', demand);
  demand(authority === undefined || isCertificate(authority), 'authorityFile holds no certificate as PEM.');
  if (faults.length > 0) throw new MailSettingsError(faults);
  return {
    ...{ host: host as string, port: port as number, tls: tls as MailSettings['tls'] },
    ...{ from: from as string, site: (site as URL).origin },
    ...(authority === undefined ? {} : { authority }),
    ...(user === undefined ? {} : { user: user as string, password: password as string }),
  };
}

type Said = { readonly [field: string]: unknown };

function saidIn(file: string): Said {
  const named = (words: string) => new MailSettingsError([`MASE_MAIL: ${file} ${words}.`]);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw named(`cannot be read (${codeOf(error)})`);
  }
  try {
    const said: unknown = JSON.parse(text);
    if (said && typeof said === 'object' && !Array.isArray(said)) return said as Said;
  } catch {
    // A fault in the form is told without the text, in which somebody may have written a password.
  }
  throw named('is no object of JSON');
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const codeOf = (error: unknown) => (error as { code?: string }).code ?? 'unknown';

function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).subject !== undefined;
  } catch {
    return false;
  }
}

/** What a file that is named in the settings holds; its name counts from their folder. */
function textOf(
  settings: string,
  said: Said,
  field: string,
  demand: (holds: boolean, words: string) => unknown,
): string | undefined {
  const name = said[field];
  if (name === undefined) return undefined;
  try {
    return readFileSync(placeOf(settings, name), 'utf8');
  } catch (error) {
    demand(false, `${field} cannot be read (${codeOf(error)}).`);
    return undefined;
  }
}

const placeOf = (settings: string, name: unknown) => resolve(dirname(settings), String(name));

/** What is dangerous about the settings for e-mail outside a demonstration; nothing where none is sent. */
export function mailDangers(env: NodeJS.ProcessEnv): string[] {
  const file = env.MASE_MAIL;
  if (!file) return [];
  let settings: MailSettings | null;
  try {
    settings = mailSettings(env);
  } catch (error) {
    if (error instanceof MailSettingsError) return [...error.faults];
    throw error;
  }
  const { passwordFile } = saidIn(file);
  return [
    ...(passwordFile ? fileDangers('MASE_MAIL passwordFile', placeOf(file, passwordFile)) : []),
    ...(settings?.tls === 'none'
      ? ['MASE_MAIL: letters and the password would travel in the clear: set tls to implicit or starttls.']
      : []),
    ...(settings && !settings.site.startsWith('https://')
      ? ['MASE_MAIL: letters would lead to an address without TLS: let site begin with https://.']
      : []),
  ];
}
