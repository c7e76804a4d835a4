import type { LetterKind, LetterToSend } from '@mase/store';

/** A letter as it is sent: to one person, with links and no names. */
export interface Letter {
  /** The same at every try, so that whoever receives it twice keeps it once. */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  date: Date;
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string };
}

const subjects: Record<Exclude<LetterKind, 'invitation'>, string> = {
  urgent: 'MASE: urgent, sign in now',
  messages: 'MASE: something new for you',
  digest: 'MASE: your messages of the day',
};

const invitationSubjects = {
  REQUEST: 'MASE: invitation to a sitting',
  CANCEL: 'MASE: a sitting is cancelled for you',
};

/** Said beneath every letter: why it says so little. */
const why =
  'This message says nothing of what it is about, since e-mail lies open. What there is stands behind the link, after you sign in.';
const how = 'You can choose how you are told: ';

function countWords(messages: number): string {
  return messages === 1 ? 'There is a new message for you.' : `There are ${messages} new messages for you.`;
}

function leadOf({ kind, messages, invitation }: LetterToSend): string {
  if (invitation)
    return invitation.method === 'CANCEL'
      ? 'A sitting to which you were invited is cancelled, or you are not invited any more. The calendar file takes it out of your calendar.'
      : 'You are invited to a sitting, or one was changed. The calendar file puts it into your calendar. Agenda and papers are read after signing in.';
  if (kind === 'urgent') return 'Something urgent waits for you. Sign in now.';
  return countWords(messages);
}

function placeOf({ messages, messageId, invitation }: LetterToSend): string {
  if (invitation) return '/sittings';
  return messages === 1 && messageId ? `/messages/${messageId}` : '/messages';
}

/**
 * The letter of what is to be told: a subject and a text that depend only on the kind of letter and how many messages
 * there are, and links that open nothing to whoever is not signed in.
 */
export function letterOf(
  what: LetterToSend & { email: string },
  { site, from }: { site: string; from: string },
  calendar?: string,
): Letter {
  const { invitation } = what;
  const paragraphs = [
    leadOf(what),
    `${site}${placeOf(what)}`,
    why,
    ...(what.kind === 'messages' || what.kind === 'digest' ? [`${how}${site}/messages/how`] : []),
  ];
  return {
    messageId: `<${what.id}@${from.split('@')[1]}>`,
    to: what.email,
    subject: invitation ? invitationSubjects[invitation.method] : subjects[what.kind as 'urgent'],
    text: `${paragraphs.join('\n\n')}\n`,
    date: new Date(what.madeAt),
    ...(invitation && calendar ? { calendar: { method: invitation.method, content: calendar } } : {}),
  };
}
