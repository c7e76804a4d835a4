import { momentWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { readList } from '../../../read-list.js';
import type { Visit } from '../../../visit.js';
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

function line(one: EpisodeLine) {
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
    returned: one.state === 'absent' ? `/missing-episodes/${one.id}/record-return` : null,
    search: one.state === 'absent' ? `/missing-episodes/${one.id}/record-search` : null,
    compare: one.state === 'held' ? `/missing-episodes/${one.id}/decide-report` : null,
  };
}

/** Everybody who is missing at this hour, the highest police level and the longest absence first; one read. */
export const page: Page = {
  id: 'missing-episodes/now',
  url: '/missing-now',
  section: '/missing-now',

  async get(visit) {
    const { items, next } = await readList<EpisodeLine>(visit, '/api/v1/missing-episodes/now', {
      limit: 100,
    });
    const rank = ({ police }: EpisodeLine) => {
      const place = urgency.indexOf(police?.level ?? '');
      return place < 0 ? 0.5 : place;
    };
    const ordered = [...items].sort(
      (one, other) =>
        rank(one) - rank(other) || (one.since ?? one.start).localeCompare(other.since ?? other.start),
    );
    const of = (state: string) => ordered.filter((one) => one.state === state).map(line);
    return show({
      title: 'Missing now',
      model: {
        missing: of('absent'),
        held: of('held'),
        next,
        figures: readsFigures(visit.who),
        asAt: momentWords(new Date().toISOString()),
      },
    });
  },
};
