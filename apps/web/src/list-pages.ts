/** A list of the site: where it is shown, how the api calls it, how it may be sorted, and by which states it is filtered. */
export interface ListPageOf {
  href: string;
  api: string;
  /** The orders that the api gives it in, the usual one first; none where it has one order alone. */
  sorts: readonly SortOrder[];
  /** The states of which one may be chosen above the list; none where the page asks otherwise. */
  states: readonly string[];
}

/** An order of a list: by when it was recorded or opened, or by what is due next; with a minus the latest first. */
export type SortOrder = 'recorded' | '-recorded' | 'opened' | '-opened' | 'due' | '-due';

const recorded: readonly SortOrder[] = ['-recorded', 'recorded'];
const due: readonly SortOrder[] = [...recorded, 'due', '-due'];

const list = (
  topic: string,
  sorts: readonly SortOrder[] = [],
  states: readonly string[] = [],
): [string, ListPageOf] => [`${topic}/list`, { href: `/${topic}`, api: topic, sorts, states }];

const plain = { sorts: [], states: [] };

/** Every list of the site by the id of its page: each comes as a file, and its filters can be kept as a view. */
export const listPages: Readonly<Record<string, ListPageOf>> = {
  ...Object.fromEntries([
    list('access-requests', due, ['received', 'inProgress', 'decided', 'issued', 'refused', 'withdrawn']),
    list('as-it-was'),
    list('audit-actions', due),
    list('break-glass', recorded, ['awaitingReview', 'reviewed', 'nothingOpened']),
    list('case-audits', due),
    list('challenges', due),
    list('child-cases', [...recorded, 'due', 'opened', '-opened']),
    list('children', recorded),
    list('clocks', ['due', '-due']),
    list('clusters', recorded, ['proposed', 'discussing', 'closed', 'declined', 'withdrawn']),
    list('dip-samples', recorded),
    list('disposals', recorded, ['proposed', 'approved', 'carriedOut', 'refused', 'withdrawn']),
    list('disruption-measures'),
    list('duty-rotas'),
    list('exports', recorded, ['requested', 'approved', 'begun', 'refused', 'withdrawn']),
    list('identifier-matches', recorded, ['proposed', 'confirmed', 'keptBack', 'notTheSame']),
    list('incidents'),
    list('information-requests', due, ['asked', 'answered', 'withdrawn']),
    list('intelligence', recorded, [
      ...['submitted', 'evaluated', 'sanitised', 'disseminated', 'rejected', 'withdrawn'],
    ]),
    list('intelligence-requirements', recorded, ['asked', 'answered', 'withdrawn']),
    list('judgement-lists'),
    list('legal-holds', due, ['inForce', 'lifted']),
    list('letters'),
    list('links'),
    list('location-cases', [...recorded, 'due']),
    list('match-lists'),
    list('messages'),
    list('panels', recorded, ['active', 'closed']),
    list('partner-figures', recorded),
    list('person-cases', [...recorded, 'due']),
    list('plan-actions', [...recorded, 'due']),
    list('population-tables', recorded),
    list('practice-themes', recorded, ['open', 'closed']),
    list('quality-activities', recorded, ['comingUp', 'finished', 'notCarriedOut']),
    list('quality-standards', recorded, ['inUse', 'retired']),
    list('referral-proposals', recorded, ['proposed', 'accepted', 'declined']),
    list('service-feedback', recorded, ['recorded', 'withdrawn']),
    list('sharing-ledger'),
    list('silent-cases'),
    list(
      'sittings',
      [],
      [
        'scheduled',
        'agendaOpen',
        'papersIssued',
        'inSession',
        'minutesDrafted',
        'minutesAgreed',
        'cancelled',
      ],
    ),
    list('training-sessions', recorded, ['recorded', 'withdrawn']),
    list('unusual-looking'),
    list('users'),
  ]),
  'disposals/due': { href: '/disposals/due', api: 'disposals/due-for-review', ...plain },
  'missing-episodes/now': { href: '/missing-now', api: 'missing-episodes/now', ...plain },
  'start/open': { href: '/', api: 'work-queue', ...plain },
};

/**
 * Pages with a table and no list, and what each asks of the api: the same answer comes as a file. `:id` is the record of the
 * page. Their figures are no list of records: nothing is sorted, and no view is kept.
 */
export const tablePages: Readonly<Record<string, string>> = {
  'case-audits/summary': 'case-audits/summary',
  'child-cases/outcomes': 'child-cases/:id/outcomes',
  'children/looks': 'children/:id/looks',
  'disruption-measures/licensing': 'disruption-measures/licensing',
  'disruption-measures/tried': 'disruption-measures/tried',
  'language/by-team': 'language/by-team',
  'links/ranking': 'links/shared',
  'locations/picture': 'locations/picture',
  'partner-figures/summary': 'partner-figures/summary',
  'problem-profile/view': 'problem-profile',
  'service-feedback/summary': 'service-feedback/summary',
  'sittings/action-log': 'sittings/:id/action-log',
  'training-sessions/summary': 'training-sessions/summary',
};
