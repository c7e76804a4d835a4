import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailSettings } from './settings.js';

/** How long a server may take: to be reached and greet, to say something, and for one conversation in all. In milliseconds. */
export interface Patience {
  greeting: number;
  silence: number;
  whole: number;
}

/** Less in all than a letter's lease, so that nobody else begins to send it meanwhile. */
export const usualPatience: Patience = { greeting: 10_000, silence: 15_000, whole: 30_000 };

/** How far a conversation had come when it failed. TLS and its certificate belong to the greeting. */
export type Step = 'greeting' | 'signing-in' | 'sending';

/** Where and with what code a conversation failed: never the server's words, which may name somebody. */
export interface Failure {
  step: Step;
  /** The command of SMTP that was answered so, where one was. */
  command: string;
  /** The three digits of the server's answer, or a code of the network or of TLS. */
  code: string | number;
}

/** What may be asked of a server that was greeted and signed in to: `done` is called once, with the error where it failed. */
export type Asked = (connection: SMTPConnection, done: (error?: Error | null) => void) => void;

/**
 * One conversation with the server: greeted over TLS as the settings demand, signed in to where they name a user, asked,
 * and left. Gives null where all went well, otherwise where it failed; it ends within `patience` in any case.
 */
export async function converse(
  settings: MailSettings,
  patience: Patience,
  asked: Asked,
): Promise<Failure | null> {
  const connection = new SMTPConnection({
    host: settings.host,
    port: settings.port,
    secure: settings.tls === 'implicit',
    requireTLS: settings.tls === 'starttls',
    ignoreTLS: settings.tls === 'none',
    tls: { minVersion: 'TLSv1.2', ...(settings.authority ? { ca: settings.authority } : {}) },
    connectionTimeout: patience.greeting,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
    dnsTimeout: patience.greeting,
  });
  let step: Step = 'greeting';
  let timer: NodeJS.Timeout | undefined;
  const whole = new Promise<void>((resolve, reject) => {
    const finish = (error?: Error | null) => (error ? reject(error) : resolve());
    const ask = () => {
      step = 'sending';
      asked(connection, finish);
    };
    timer = setTimeout(() => reject(coded('ETIMEDOUT')), patience.whole);
    connection.on('error', reject);
    connection.on('end', () => reject(coded('ECONNECTION')));
    connection.connect((error) => {
      if (error) return finish(error);
      if (!settings.user) return ask();
      step = 'signing-in';
      connection.login({ user: settings.user, pass: settings.password ?? '' } as never, (refused) =>
        refused ? finish(refused) : ask(),
      );
    });
  });
  try {
    await whole;
    connection.quit();
    return null;
  } catch (error) {
    connection.close();
    const { code = 'unknown', originalCode, responseCode, command = '' } = error as SmtpError;
    return { step, command, code: responseCode || originalCode || code };
  } finally {
    clearTimeout(timer);
  }
}

interface SmtpError {
  code?: string;
  originalCode?: string;
  responseCode?: number;
  command?: string;
}

const coded = (code: string) => Object.assign(new Error(code), { code });

/** A failure as it is kept: `greeting CONN ECONNREFUSED`, `signing-in AUTH PLAIN 535`. `mailFault` says what it means. */
export const failureCode = ({ step, command, code }: Failure): string =>
  [step, command, code].filter(Boolean).join(' ');

/** Whether the server may be reached and signed in to as the settings say; null where it may, otherwise the failure's code. */
export async function greetMailServer(
  settings: MailSettings,
  patience: Patience = usualPatience,
): Promise<string | null> {
  const failure = await converse(settings, patience, (_connection, done) => done());
  return failure && failureCode(failure);
}
