import { canDo } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { type Page, show } from '../../../page.js';
import { type SittingView, sittingWords } from '../sitting.js';

/** A piece of a part: as it stands, or with the words in whose place it is put. */
interface Piece {
  text: string;
  was?: string;
}

/** What is filed on one case once the minutes are agreed. */
interface Part {
  itemId: string;
  caseId: string;
  caseKind: string;
  reference: string;
  name: string;
  pieces: Piece[];
  /** Everyday words that are also somebody else’s name, and stay: how often, and the first places. */
  doubtful: { word: string; times: number; places: string[] }[];
  /** Names of somebody else that whom the part is about has too. */
  shared: string[];
}

type PartsView = Pick<SittingView, 'id' | 'state' | 'panel' | 'startsAt' | 'minutesVersion' | 'allowed'> & {
  parts: Part[];
};

function replacedWords(pieces: readonly Piece[]): string {
  const count = pieces.filter(({ was }) => was !== undefined).length;
  if (count === 0) return 'Nothing is replaced.';
  return count === 1 ? 'One name is replaced.' : `${count} names are replaced.`;
}

function timesWords(times: number): string {
  return times === 1 ? 'once' : `${times} times`;
}

function partModel({ pieces, doubtful, shared, ...part }: Part) {
  const { itemId, reference, name } = part;
  return {
    anchor: `part-${itemId}`,
    heading: name.includes(reference) ? name : `${reference} ${name}`,
    replaced: replacedWords(pieces),
    pieces: pieces.map((one) => ({ text: one.text, was: one.was ?? null })),
    doubtful: doubtful.map(({ word, times, places }) => ({ word, times: timesWords(times), places })),
    shared: shared.length > 0 ? shared.join(', ') : null,
    toRead: doubtful.length + shared.length > 0,
  };
}

/** What agreeing the minutes files on each case, before it is filed for good: what is replaced in it, and what only a reader can tell. */
export const page: Page = {
  id: 'sittings/minutes-parts',
  url: '/sittings/:id/minutes-parts',
  section: '/sittings',

  async get(visit) {
    const { body: sitting } = await visit.read<PartsView>(
      path`/api/v1/sittings/${visit.params.id ?? ''}/minutes-parts`,
    );
    const { id, state, minutesVersion, allowed } = sitting;
    const parts = sitting.parts.map(partModel);
    return show({
      title: 'What is filed on each case',
      back: { href: `/sittings/${id}`, text: 'Back to the sitting' },
      model: {
        caption: sittingWords(sitting),
        version: minutesVersion,
        drafted: state === 'minutesDrafted',
        parts,
        toRead: parts.filter((one) => one.toRead),
        change: canDo(allowed, 'sittings/change-minutes') ? `/sittings/${id}/change-minutes` : null,
        agree: canDo(allowed, 'sittings/agree-minutes') ? `/sittings/${id}/agree-minutes` : null,
      },
    });
  },
};
