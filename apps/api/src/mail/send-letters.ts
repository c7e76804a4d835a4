import { writeCalendar } from '@mase/exchange';
import { claimLetters, findInvited, type LetterToSend, noteTried, type Store, type Tried } from '@mase/store';
import { itemEvent, peopleIn, sittingEvent } from '../sittings/sitting-event.js';
import type { Patience } from './converse.js';
import { handIn } from './hand-in.js';
import { letterOf } from './letter.js';
import type { MailSettings } from './settings.js';

/** With what letters are sent: the worker's login claims them, the api's reads sittings. */
export interface Mailing {
  worker: Store;
  app: Store;
  settings: MailSettings;
  patience?: Patience;
  /** So many conversations at once: a server that stalls on one letter does not hold up the others. */
  lanes?: number;
}

/** How many letters came to what in one go, and whether the server could not be spoken to. */
export type SentLetters = { [outcome in Tried['outcome']]: number } & { away: boolean };

/**
 * Sends the letters that are due, each in a conversation of its own, until none waits, the server is away, or
 * `stopping`. What is claimed and not noted, as by a kill, is sent again with the same Message-ID.
 */
export async function sendLetters(mailing: Mailing, stopping?: AbortSignal): Promise<SentLetters> {
  const sent: SentLetters = { accepted: 0, 'not-needed': 0, refused: 0, failed: 0, away: false };
  const lane = async (): Promise<void> => {
    while (!sent.away && !stopping?.aborted) {
      const [letter] = await claimLetters(mailing.worker, 1);
      if (!letter) return;
      const { tried, away } = await sendOne(mailing, letter);
      await noteTried(mailing.worker, letter, tried);
      sent[tried.outcome] += 1;
      if (away) sent.away = true;
    }
  };
  await Promise.all(Array.from({ length: mailing.lanes ?? 5 }, lane));
  return sent;
}

const notNeeded = { tried: { outcome: 'not-needed' }, away: false } as const;

async function sendOne(mailing: Mailing, letter: LetterToSend): Promise<{ tried: Tried; away: boolean }> {
  const { email, kind, messages } = letter;
  if (!email) return notNeeded;
  if (kind !== 'invitation' && messages === 0) return notNeeded;
  const calendar = kind === 'invitation' ? await calendarOf(mailing.app, letter) : undefined;
  if (calendar === null) return notNeeded;
  const { settings, patience } = mailing;
  return handIn(letterOf({ ...letter, email }, settings, calendar), settings, patience);
}

/** The calendar file of an invitation; null where a later letter has taken its place, or the sitting is no more. */
async function calendarOf(app: Store, letter: LetterToSend): Promise<string | null> {
  const { invitation, partnershipId, userId } = letter;
  if (!invitation) return null;
  const found = await findInvited(app, partnershipId, { sittingId: invitation.sittingId, userId });
  if (!found) return null;
  const people = peopleIn(found.people);
  const { item } = invitation;
  const event = item
    ? itemEvent(found.sitting, item, people, userId)
    : sittingEvent(found.sitting, people, userId);
  const cancelled = invitation.method === 'CANCEL';
  const shown = { ...event, cancelled, sequence: invitation.sequence };
  return writeCalendar([shown], invitation.method);
}
