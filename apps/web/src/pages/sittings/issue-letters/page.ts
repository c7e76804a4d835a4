import { canDo, missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { momentWords } from '../../../date-words.js';
import { select } from '../../../error-words.js';
import { again, goTo, type Page, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import { type LetterView, readCopies, readSitting, type SittingView, sittingWords } from '../sitting.js';

const command = 'sittings/issue-letters';

const countWords = (actions: number): string => (actions === 1 ? 'one action' : `${actions} actions`);

/** One person who may have the letter of an agency; of each agency the first, or who had it before, is ticked. */
function choicesOf({ agencyName, actions, people, issued }: LetterView) {
  return people.map(({ id, name }) => ({
    value: id,
    text: `${name}, ${agencyName}`,
    hint: {
      text:
        issued?.recipientId === id
          ? `${countWords(actions)}; has copy ${issued.number} since ${momentWords(issued.issuedAt)}`
          : countWords(actions),
    },
  }));
}

/** Whoever leads an agency and is an owner there as well has one letter. */
const distinct = <T extends { value: string }>(choices: T[]): T[] => [
  ...new Map(choices.map((one) => [one.value, one])).values(),
];

const usual = ({ people, issued }: LetterView): string[] => {
  const id = issued?.recipientId ?? people[0]?.id;
  return id ? [id] : [];
};

/** Whether the time for letters runs on though whoever asks, who is no chair, sees none that lacks: what is left stands apart. */
function isLeftToChairs({ who }: Visit, { clocks }: SittingView, letters: LetterView[]): boolean {
  const isChair = who?.roles?.some((role) => role === 'chair' || role === 'deputy-chair');
  const runs = clocks.some(({ rule }) => rule === 'actions-out');
  return !isChair && runs && letters.every(({ issued }) => issued !== null);
}

/** Sends each agency the letter with the actions that the sitting gave it. */
export const page: Page = {
  id: command,
  url: '/sittings/:id/issue-letters',
  section: '/sittings',
  fields: { recipients: select('at least one recipient') },

  async get(visit) {
    const [{ sitting, etag }, { letters }] = await Promise.all([readSitting(visit), readCopies(visit)]);
    return show({
      title: 'Send the actions out',
      version: etag,
      back: { href: `/sittings/${sitting.id}`, text: 'Back to the sitting' },
      values: { recipients: letters.flatMap(usual) },
      model: {
        caption: sittingWords(sitting),
        recipients: distinct(letters.flatMap(choicesOf)),
        unreached: letters.filter(({ people }) => people.length === 0).map(({ agencyName }) => agencyName),
        chairs: isLeftToChairs(visit, sitting, letters),
        missing: canDo(sitting.allowed, command) ? [] : missingFor(sitting.allowed, command),
        cancel: `/sittings/${sitting.id}`,
      },
    });
  },

  async post(visit) {
    const recipients = visit.typedList('recipients');
    if (!recipients) return again({ recipients: 'Select at least one recipient' });
    const id = visit.params.id ?? '';
    await visit.send(path`/api/v1/sittings/${id}/issue-letters`, { recipients });
    return goTo(
      `/sittings/${encodeURIComponent(id)}#letters`,
      'The actions are out. Those whose letter is new or different are told by a link, without names.',
    );
  },
};
