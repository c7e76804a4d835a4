import { stateLabels } from '@mase/workflow/words';
import { path } from '../../api-client.js';
import { dateWords } from '../../date-words.js';
import type { Changed } from '../../page.js';
import type { Visit } from '../../visit.js';
import type { CaseView, Entry, StandingGrade } from './case-view.js';
import { gradeName } from './code-words.js';
import { entryTitle } from './entry-words.js';

function grade(one: StandingGrade | null | undefined): string {
  return one ? `${gradeName(one.grade)}, since ${dateWords(one.at)}` : 'None';
}

function sentence(entry: Entry): string {
  const own = entry.body.grade ?? entry.body.proposed;
  const told = typeof own === 'string' ? `: ${gradeName(own).toLowerCase()}` : '';
  return `${entryTitle(entry)}${told}${entry.replaces ? ' (a correction)' : ''}`;
}

/** What a case is now and what was written on it since the form was opened, by whom. */
export async function changedCase(visit: Visit): Promise<Changed> {
  const { body: view, etag } = await visit.read<CaseView>(path`/api/v1/child-cases/${visit.params.id ?? ''}`);
  const since = visit.shownAt ?? '';
  const news = view.written.filter(
    ({ at, kind }) => at > since && kind !== 'receipt' && kind !== 'to-find-out',
  );
  return {
    version: etag,
    href: `/child-cases/${view.id}`,
    now: [
      { label: 'State', text: stateLabels[view.state.work] ?? view.state.work },
      { label: 'Confirmed grade', text: grade(view.standing?.confirmed) },
      { label: 'Proposed grade', text: grade(view.standing?.proposed) },
      { label: 'Version', text: String(view.version) },
    ],
    since: news.map((entry) => ({
      text: sentence(entry),
      by: typeof entry.body.by === 'string' ? entry.body.by : (view.names?.[entry.authorId ?? ''] ?? null),
      at: entry.at,
    })),
  };
}
