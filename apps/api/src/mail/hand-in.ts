import type { Tried } from '@mase/store';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Letter } from './letter.js';
import type { MailSettings } from './settings.js';

/** How long a server may take: to be reached and greet, to say something, and for one letter in all. In milliseconds. */
export interface Patience {
  greeting: number;
  silence: number;
  letter: number;
}

/** Less in all than a letter's lease, so that nobody else begins to send it meanwhile. */
export const usualPatience: Patience = { greeting: 10_000, silence: 15_000, letter: 30_000 };

/** How far a conversation had come when it failed: only what concerns this one letter is no reason to stop trying. */
type Step = 'greeting' | 'signing-in' | 'sending';

/** What came of one conversation, and whether the server as a whole could not be spoken to. */
export interface HandedIn {
  tried: Tried;
  away: boolean;
}

/** The letter as its bytes: the same at every try. */
async function bytesOf(letter: Letter, from: string): Promise<Buffer> {
  const { calendar, to, subject, text, date, messageId } = letter;
  const composed = new MailComposer({
    from: { name: 'MASE', address: from },
    to: { name: '', address: to },
    subject,
    text,
    date,
    messageId,
    // What answers by itself stays silent.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    ...(calendar ? { icalEvent: { method: calendar.method, content: calendar.content } } : {}),
    baseBoundary: messageId.replace(/[^0-9a-f]/g, '').slice(0, 32),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composed.compile().build();
}

/**
 * Hands one letter to the server, in a conversation of its own that ends within `patience`: accepted, or a code that
 * names nobody. An address or a letter that the server refuses for good (5xx) is not tried again; all else is.
 */
export async function handIn(
  letter: Letter,
  settings: MailSettings,
  patience: Patience = usualPatience,
): Promise<HandedIn> {
  const bytes = await bytesOf(letter, settings.from);
  const connection = new SMTPConnection({
    host: settings.host,
    port: settings.port,
    secure: settings.tls === 'implicit',
    requireTLS: settings.tls === 'starttls',
    ignoreTLS: settings.tls === 'none',
    connectionTimeout: patience.greeting,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
    dnsTimeout: patience.greeting,
  });
  let step: Step = 'greeting';
  const conversation = new Promise<void>((resolve, reject) => {
    connection.on('error', reject);
    connection.on('end', () => reject(Object.assign(new Error('ended'), { code: 'ECONNECTION' })));
    const timer = setTimeout(
      () => reject(Object.assign(new Error('too long'), { code: 'ETIMEDOUT' })),
      patience.letter,
    );
    const finish = (error?: Error | null) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve();
    };
    const send = () => {
      step = 'sending';
      const envelope = { from: settings.from, to: [letter.to] };
      connection.send(envelope, bytes, finish);
    };
    connection.connect((error) => {
      if (error) return finish(error);
      step = 'signing-in';
      if (!settings.user) return send();
      connection.login({ user: settings.user, pass: settings.password ?? '' } as never, (refused) =>
        refused ? finish(refused) : send(),
      );
    });
  });
  try {
    await conversation;
    connection.quit();
    return { tried: { outcome: 'accepted' }, away: false };
  } catch (error) {
    connection.close();
    return failureOf(error as SmtpFailure, step);
  }
}

interface SmtpFailure {
  code?: string;
  responseCode?: number;
  command?: string;
}

function failureOf({ code = 'unknown', responseCode, command = '' }: SmtpFailure, step: Step): HandedIn {
  const why = [step, command, responseCode ?? code].filter(Boolean).join(' ');
  const sending = step === 'sending';
  const refused = /^(RCPT TO|DATA)/.test(command) && (responseCode ?? 0) >= 500;
  const noAddress = command === 'API' && code === 'EENVELOPE';
  if (sending && (refused || noAddress)) return { tried: { outcome: 'refused', why }, away: false };
  return { tried: { outcome: 'failed', why }, away: !sending || command.startsWith('MAIL FROM') };
}
