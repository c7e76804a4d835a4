import { type Allowed, canDo } from '../../../allowed.js';
import { momentWords } from '../../../date-words.js';
import { enter } from '../../../error-words.js';
import { type Answer, type Page, show } from '../../../page.js';
import { placeOf } from '../../../place-of.js';
import { readList } from '../../../read-list.js';
import type { Visit } from '../../../visit.js';
import { type Found, findRecords } from '../../search/found.js';
import {
  areaWords,
  beganWords,
  type EpisodeLine,
  kindWords,
  lastedWords,
  levelTag,
  planWords,
} from '../episode.js';

const figureReaders = [
  ...['coordinator', 'chair', 'deputy-chair', 'senior', 'auditor', 'police-desk', 'interviewer', 'manager'],
];
/** Whether the figures are offered: only an offer, the api decides. */
const readsFigures = (who: Visit['who']): boolean =>
  who?.roles?.some((role) => figureReaders.includes(role)) ?? false;

const urgency = ['high', 'medium', 'low', 'no-apparent-risk'];

/** An absence in the list, with what the reader may do about it. */
type NowLine = EpisodeLine & { allowed: Allowed[] };

function line(one: NowLine) {
  const way = (verb: string) =>
    canDo(one.allowed, `missing-episodes/${verb}`) ? `/missing-episodes/${one.id}/${verb}` : null;
  return {
    href: `/missing-episodes/${one.id}`,
    name: one.childName,
    kind: kindWords[one.kind] ?? one.kind,
    since: beganWords(one),
    lasted: one.since ? lastedWords(one.since) : null,
    tag: levelTag(one),
    facts: [
      { key: 'Looking', text: one.looking ?? 'Nobody is recorded as looking' },
      { key: 'Trigger plan', text: planWords[one.triggerPlan ?? 'not-yet-known'] ?? '' },
      { key: 'Police reference', text: one.police?.reference ?? 'None yet' },
      ...(one.area ? [{ key: 'Other area', text: areaWords(one) ?? '' }] : []),
    ],
    returned: way('record-return'),
    search: way('record-search'),
    compare: way('decide-report') ?? `/missing-episodes/${one.id}`,
  };
}

/** The list as it stands, of everybody or of the children who were found by a name. */
async function shown(visit: Visit, found?: readonly Found[]): Promise<Answer> {
  const { items, next } = await readList<NowLine>(visit, '/api/v1/missing-episodes/now', {
    limit: 100,
  });
  const rank = ({ police }: EpisodeLine) => {
    const place = urgency.indexOf(police?.level ?? '');
    return place < 0 ? 0.5 : place;
  };
  const ordered = items
    .filter(({ childId }) => !found || found.some(({ id }) => id === childId))
    .sort(
      (one, other) =>
        rank(one) - rank(other) || (one.since ?? one.start).localeCompare(other.since ?? other.start),
    );
  const of = (state: string) => ordered.filter((one) => one.state === state).map(line);
  const others = (found ?? []).filter(({ id }) => !ordered.some(({ childId }) => childId === id));
  return show({
    title: 'Missing now',
    values: visit.form,
    model: {
      missing: of('absent'),
      held: of('held'),
      searched: found !== undefined,
      others: others.map(({ kind, id, name }) => ({ href: placeOf(kind, id), name: name ?? 'A child' })),
      next: found ? null : next,
      figures: readsFigures(visit.who),
      asAt: momentWords(new Date().toISOString()),
    },
  });
}

/**
 * Everybody who is missing at this hour, the highest police level and the longest absence first; or those whom a part of a
 * name fits, however it is spelt. Who is looked for is sent, never part of an address.
 */
export const page: Page = {
  id: 'missing-episodes/now',
  url: '/missing-now',
  section: '/missing-now',
  fields: { sought: enter('a name or part of it') },
  place: (pointer) => (pointer === '/text' ? 'sought' : undefined),

  get: (visit) => shown(visit),

  async post(visit) {
    const { items } = await findRecords(visit, visit.typed('sought') ?? '', ['child']);
    return shown(visit, items);
  },
};
