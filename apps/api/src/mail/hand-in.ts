import type { Tried } from '@mase/store';
import MailComposer from 'nodemailer/lib/mail-composer';
import { converse, type Failure, failureCode, type Patience, usualPatience } from './converse.js';
import type { Letter } from './letter.js';
import type { MailSettings } from './settings.js';

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
  const envelope = { from: settings.from, to: [letter.to] };
  const failure = await converse(settings, patience, (connection, done) =>
    connection.send(envelope, bytes, done),
  );
  if (!failure) return { tried: { outcome: 'accepted' }, away: false };
  const why = failureCode(failure);
  if (isForGood(failure)) return { tried: { outcome: 'refused', why }, away: false };
  const { step, command } = failure;
  return { tried: { outcome: 'failed', why }, away: step !== 'sending' || command.startsWith('MAIL FROM') };
}

/** Whether the server says, or cannot but say, the same of this letter at every try. */
function isForGood({ step, command, code }: Failure): boolean {
  if (step !== 'sending') return false;
  const refused = /^(RCPT TO|DATA)/.test(command) && Number(code) >= 500;
  return refused || (command === 'API' && code === 'EENVELOPE');
}
