import { momentWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';

interface Verification {
  at: string;
  withCheckpoints: boolean;
  sealed: number;
  records: number;
  entries: number;
  audits: number;
  faults: number;
  places: { record: string | null; words: string; opens: boolean }[];
}
interface Verifications {
  sealed: { entries: number; at: string } | null;
  items: Verification[];
}

/** Where a fault is, with the way to the record where the reader reads its history. */
const placeOf = ({ record, words, opens }: Verification['places'][number]) => ({
  ...{ words, href: opens && record ? `/records/${record}/as-it-was` : null },
});

const number = (n: number): string => n.toLocaleString('en-GB');

/** Up to where the history is sealed, and what verifications of it found, for those who oversee. */
export const page: Page = {
  id: 'verifications/list',
  url: '/verifications',
  section: '/oversight',

  async get(visit) {
    const { body } = await visit.read<Verifications>('/api/v1/verifications');
    const [newest] = body.items;
    return show({
      title: 'Verification of the history',
      model: {
        sealed: body.sealed
          ? `${number(body.sealed.entries)} entries are sealed, the last on ${momentWords(body.sealed.at)}.`
          : 'Nothing is sealed yet.',
        newest: newest && {
          found:
            newest.faults === 0
              ? `All was as recorded on ${momentWords(newest.at)}.`
              : `${number(newest.faults)} faults were found on ${momentWords(newest.at)}: whoever runs the system has the list.`,
          isBad: newest.faults > 0,
          places: newest.places.map(placeOf),
        },
        lines: body.items.map((one) => ({
          at: momentWords(one.at),
          found: one.faults === 0 ? 'All as recorded' : `${number(one.faults)} faults`,
          against: one.withCheckpoints
            ? `${number(one.sealed)} sealed entries, against checkpoints from outside the database`
            : 'The records and their history alone, without checkpoints',
          counted: `${number(one.entries)} entries of ${number(one.records)} records, ${number(one.audits)} lines of the audit`,
        })),
      },
    });
  },
};
