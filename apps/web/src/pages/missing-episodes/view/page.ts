import { commandLabels, labelOf } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { momentWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { withDates } from '../../../why-dates.js';
import { workersWords } from '../../child-cases/case-bar.js';
import {
  type EpisodeView,
  episodeFacts,
  fromWords,
  kindWords,
  levelTag,
  notOfferedWords,
  planWords,
  readEpisode,
} from '../episode.js';

const steps = [
  ...['record-return', 'record-search', 'change-kind', 'decide-report', 'record-prevention-interview'],
  ...['record-not-offered', 'tell-area', 'withdraw-episode'],
];

const titles: Record<string, string> = {
  episode: 'Recorded by its days',
  report: 'Reported missing',
  'second-report': 'A second report of the same absence',
  'report-decision': 'The report was compared',
  search: 'The search',
  'kind-change': 'Missing, or away',
  return: 'Returned',
  'prevention-interview': 'Police prevention interview',
  'interview-not-offered': 'No return home interview was offered',
  'area-told': 'The other area was told',
  'episode-withdrawn': 'Withdrawn: the report was a mistake',
};

const labels: Record<string, string> = {
  circumstances: 'What happened',
  policeLevel: 'Police level',
  policeReference: 'Police reference',
  looking: 'Who is looking',
  triggerPlan: 'Trigger plan',
  missingFrom: 'Missing from',
  decision: 'It tells of',
  whereFound: 'Where the child was',
  told: 'Told',
  reason: 'Why',
  kind: 'Now',
  was: 'Before',
  words: 'In words',
  from: 'Told by',
  reportedBy: 'Reported by',
};

const codes: Record<string, Record<string, string>> = {
  triggerPlan: planWords,
  missingFrom: fromWords,
  reason: notOfferedWords,
  kind: kindWords,
  was: kindWords,
  decision: { same: 'The absence on the books', another: 'Another absence' },
};

function said({ written, names }: EpisodeView) {
  return [...written].reverse().map(({ kind, happened, authorId, body }) => ({
    title: titles[kind] ?? labelOf(kind),
    at: happened,
    by: names[authorId ?? ''] ?? null,
    lines: Object.entries(labels).flatMap(([field, label]) => {
      const value = body[field];
      if (typeof value !== 'string' || value === '') return [];
      const text = codes[field]?.[value] ?? (field === 'policeLevel' ? labelOf(value) : value);
      return [{ label, text }];
    }),
  }));
}

function interviewLink({ offered, state, id }: EpisodeView) {
  if (offered)
    return { href: `/return-interviews/${offered.interviewId}`, text: 'Open the return home interview' };
  return state === 'over'
    ? { href: `/return-interviews/offer-interview?episode=${id}`, text: 'Offer a return home interview' }
    : null;
}

/** One absence: since when, who is looking, what came of it, and what may be done now. */
export const page: Page = {
  id: 'missing-episodes/view',
  url: '/missing-episodes/:id',
  section: '/missing-now',

  async get(visit) {
    const { view } = await readEpisode(visit);
    const open = steps.filter((verb) => canDo(view.allowed, `missing-episodes/${verb}`));
    const { interview, offered } = view;
    const interviewing = canDo(view.allowed, 'missing-episodes/record-not-offered') || offered !== null;
    return show({
      title: view.childName,
      back: { href: '/missing-now', text: 'Missing now' },
      model: {
        kind: kindWords[view.kind] ?? view.kind,
        workers: workersWords(view.workers),
        absent: view.state === 'absent',
        held: view.state === 'held',
        merged: view.state === 'merged',
        withdrawn: view.state === 'withdrawn',
        other: view.heldFor ? `/missing-episodes/${view.heldFor}` : null,
        tag: levelTag(view),
        live: view.since !== null,
        ...withDates(episodeFacts(view), view),
        said: said(view),
        interview: interviewing || interview ? interviewLink(view) : null,
        due: view.state === 'over' && !interview && view.interviewDue ? momentWords(view.interviewDue) : null,
        steps: open.map((verb, index) => ({
          text: commandLabels[`missing-episodes/${verb}`],
          href: `/missing-episodes/${view.id}/${verb}`,
          main: index === 0,
        })),
      },
    });
  },
};
