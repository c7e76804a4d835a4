import { dateWords } from '../date-words.js';
import type { Caution } from './children/child.js';

/** A contact caution as it stands beside a name. */
export interface CautionLine {
  who: string;
  whatNot: string;
  why: string | null;
  until: string | null;
}

/** Typed words as a sentence among others. */
const sentence = (text: string): string => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

const parties: Record<string, string> = {
  child: 'The child',
  parent: 'A parent or carer',
  other: 'Somebody else',
};

/** Whom a caution is about, where its words are not shown. */
export const cautionParty = (party: string): string => parties[party] ?? party;

/** Contact cautions beside a name; of one whose words the reader does not have, that it stands and about whom. */
export function cautionLines(cautions: readonly Caution[] = []): CautionLine[] {
  return cautions.map(({ party, who, whatNot, why, until }) => ({
    who: who ?? cautionParty(party),
    whatNot: whatNot ? sentence(whatNot) : 'Ask the manager of the case before you call, write or visit.',
    why: why ? sentence(why) : null,
    until: until ? dateWords(until) : null,
  }));
}

/** What stands beside a name in a list: whom the contact cautions stop; null where none stands. */
export function cautionTag(parties: readonly string[] = []): string | null {
  if (parties.length === 0) return null;
  return `Contact caution: ${parties.map((one) => cautionParty(one).toLowerCase()).join(', ')}`;
}
