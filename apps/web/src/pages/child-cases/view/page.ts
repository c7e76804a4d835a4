import { labelOf, stateLabels } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { distanceWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { aboutGroups } from '../../children/about.js';
import { offersLooks } from '../../children/offers-looks.js';
import { absenceLine } from '../../missing-episodes/episode.js';
import { gapWords } from '../../plan-actions/action.js';
import { openCase } from '../case-page.js';
import type { CaseView, PlanAction } from '../case-view.js';
import { subjectWords } from '../casework-words.js';
import { outcomeOf, whoOf } from '../code-words.js';
import { contactWords } from '../contact-words.js';
import { entryLines, entryTitle } from '../entry-words.js';
import { suspensionLine } from '../suspension-line.js';
import { isReceiver, noticeRows } from '../transfer-words.js';
import { alsoKnown } from './also-known.js';
import { childsWords, chronology } from './chronology.js';
import { continuity } from './continuity.js';
import { beginOffers, hungGroups } from './hung-on-case.js';
import { laterSteps, nextSteps } from './next-steps.js';
import { offerGroups } from './offer-groups.js';
import { offersOf, wantingOf } from './offers.js';

const withheldWords: Record<string, string> = {
  case: 'The case file: what was written about the child is open to those who work with the child.',
  sheet: 'The case sheet: grade, next steps and views.',
  safety: 'The safety part of the plan.',
  disruption: 'The disruption part of the plan: owners of its actions and those whom the police name see it.',
};

function actionLine(action: PlanAction) {
  const { due } = action;
  return {
    href: `/plan-actions/${action.id}`,
    what: action.what,
    owner: action.ownerName,
    kind: labelOf(action.kind),
    part: labelOf(action.part),
    state: action.ended ? outcomeOf(action.ended.how) : (stateLabels[action.state] ?? action.state),
    due,
    distance: due && !action.ended ? distanceWords(due) : null,
    gaps: action.gaps.map((gap) => gapWords[gap] ?? labelOf(gap)),
  };
}

/** Why the case is restricted, or who withdrew from it: all that somebody reads who looks a restriction over. */
function notes(view: CaseView) {
  if (!view.classes.includes('restricted')) return [];
  return view.written
    .filter(({ kind }) => kind !== 'receipt')
    .map((entry) => ({
      title: entryTitle(entry),
      happened: entry.happened,
      by: typeof entry.body.by === 'string' ? entry.body.by : null,
      lines: entryLines(entry, view.names),
    }))
    .reverse();
}

function receipt(view: CaseView) {
  return view.written
    .filter(({ kind, wrong }) => kind === 'receipt' && !wrong)
    .map((entry) => ({
      title: entry.body.outcome ? 'Outcome' : entryTitle(entry),
      happened: entry.happened,
      lines: entryLines(entry),
    }));
}

/** So many of the child's own words stand there. */
const wordsShown = 5;

/** So many entries stand on the page of a case, the latest; all of them where that is asked. */
const entriesShown = 20;

/** One case: who the child is, what is due and by whom, what may be done now, the child's own words, the plan, and all that happened. */
export const page: Page = {
  id: 'child-cases/view',
  url: '/child-cases/:id',
  section: '/child-cases',

  async get(visit) {
    const { view, bar } = await openCase(visit);
    const { standing } = view;
    const shown = view.classes.some((one) => !['receipt', 'restricted', 'transfer'].includes(one));
    const actions = (view.actions ?? []).map(actionLine);
    const known = continuity(view);
    const words = childsWords(view, wordsShown);
    const told = chronology(view, visit.query.entries === 'all' ? undefined : entriesShown);
    return show({
      title: bar.name,
      model: {
        bar,
        view,
        shown,
        reviewed: view.classes.includes('restricted'),
        notes: notes(view),
        receipt: receipt(view),
        danger: standing?.danger ?? null,
        dangerWaits: (view.clocks ?? []).some(({ rule }) => rule === 'danger-acknowledgement'),
        notice: isReceiver(view) ? noticeRows(view) : [],
        also: alsoKnown(standing, view.state.work),
        steps: nextSteps(view, visit.who?.name),
        later: laterSteps(view, visit.who?.name),
        offers: offersOf(view),
        groups: offerGroups(view, visit.who),
        begins: beginOffers(view),
        about: aboutGroups(view.about),
        hung: hungGroups(view),
        missing: (view.missing ?? []).map(absenceLine),
        missingNow: (view.missing ?? []).some(({ state }) => state === 'absent'),
        wanting: wantingOf(view),
        toFindOut: (view.toFindOut ?? []).map(({ what, who, due }) => ({
          what,
          who: whoOf(who, view.names, visit.who?.name),
          due,
        })),
        findOutHow: view.toFindOut?.[0]?.how ?? null,
        words: words.shown,
        moreWords: words.more,
        attempts: standing?.views.childAttempts ?? 0,
        safety: actions.filter(({ part }) => part === 'Safety'),
        disruption: actions.filter(({ part }) => part === 'Disruption'),
        mayPlan: canDo(view.begins ?? [], 'plan-actions/add-action'),
        plan: standing?.plan ?? null,
        outcomes: view.classes.includes('case') ? (standing?.outcomes ?? null) : null,
        worker: standing?.workerId ? (view.names?.[standing.workerId] ?? null) : null,
        workers: standing?.workers ?? 0,
        several: (standing?.workers ?? 0) > 1,
        linked: standing?.linked ?? [],
        continuity: known,
        elsewhere: known.length > 0 ? Math.max(0, (standing?.workers ?? 0) - known.length) : 0,
        suspended: suspensionLine(view),
        contact: standing ? contactWords(view) : null,
        untold: Object.keys(standing?.untold ?? {}).map((one) => (subjectWords[one] ?? one).toLowerCase()),
        listing: standing?.listing ?? null,
        told: told.shown,
        entries: !view.earlier && told.total > told.shown.length ? told.total : null,
        earlier: view.earlier,
        incidents: view.classes.includes('case') ? `/children/${view.childId}/incidents` : null,
        looks: standing && offersLooks(visit.who) ? `/children/${view.childId}/looks` : null,
        was: standing && offersLooks(visit.who) ? `/records/${view.id}/as-it-was` : null,
        knew: standing && offersLooks(visit.who) ? `/records/${view.id}/who-knew` : null,
        withheld: view.withheld.flatMap((one) => withheldWords[one] ?? []),
      },
    });
  },
};
