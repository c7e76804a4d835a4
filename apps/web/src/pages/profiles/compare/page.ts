import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import type { Difference } from '../../profile-changes/proposal.js';
import type { ProfileLine } from '../profile-line.js';

interface Compared {
  one: ProfileLine;
  other: ProfileLine;
  differences: Difference[];
}

const titleOf = ({ name, is, from }: ProfileLine): string => {
  if (is === 'shipped') return name;
  if (is === 'in-force') return `${name}, in force since ${dateWords(from)}`;
  return `${name}, ${is} for ${dateWords(from)}`;
};

const manyWords = (many: number): string => (many === 1 ? 'One rule differs' : `${many} rules differ`);

/** Two profiles side by side: only where they say something else. */
export const page: Page = {
  id: 'profiles/compare',
  url: '/profiles/compare',
  section: '/profiles',

  async get(visit) {
    const { one = 'in-force', other = '' } = visit.query;
    const [known, compared] = await Promise.all([
      visit.read<{ items: ProfileLine[] }>('/api/v1/profiles'),
      other ? visit.read<Compared>('/api/v1/profile-comparison', { one, other }) : null,
    ]);
    const choices = known.body.items.map((line) => ({ value: line.id, text: titleOf(line) }));
    const chosen = (value: string) =>
      choices.map((choice) => ({ ...choice, selected: choice.value === value }));
    return show({
      title: 'Compare two profiles',
      back: { href: '/profiles', text: 'Profiles' },
      model: {
        ones: chosen(one),
        others: chosen(other || (choices[1]?.value ?? '')),
        compared: compared && {
          one: titleOf(compared.body.one),
          other: titleOf(compared.body.other),
          differences: compared.body.differences,
          caption: manyWords(compared.body.differences.length),
        },
      },
    });
  },
};
