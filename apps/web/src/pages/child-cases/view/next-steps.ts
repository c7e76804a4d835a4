import { areaWords } from '../../../area-words.js';
import { distanceWords } from '../../../date-words.js';
import type { CaseView, Clock } from '../case-view.js';
import { whoOf } from '../code-words.js';
import { isLater } from './is-later.js';
import { meets, offersOf } from './offers.js';

/** A dated obligation as the case page explains it. */
export interface NextStep {
  label: string;
  due: string;
  timed: boolean;
  distance: string;
  overdue: boolean;
  who: string;
  href: string | null;
  /** Why it is due then, in sentences. */
  why: string[];
  /** Whether the day may still move. */
  provisional: boolean;
}

/** A running clock in words, with the page that meets it where the reader may. */
export function nextStep(clock: Clock, view: CaseView, me: string | undefined): NextStep {
  const offer = offersOf(view).find(({ command }) => command === `child-cases/${meets[clock.rule]}`);
  const rule = areaWords().clocks[clock.rule];
  return {
    label: clock.label,
    due: clock.due,
    timed: rule?.unit === 'hours',
    distance: distanceWords(clock.due),
    overdue: clock.overdue,
    who: whoOf(clock.who, view.names, me),
    href: offer?.href ?? null,
    why: clock.why,
    provisional: clock.provisional,
  };
}

function stepsOf(view: CaseView, me: string | undefined, which: (clock: Clock) => boolean): NextStep[] {
  const clocks = (view.clocks ?? []).filter(which).sort((one, other) => one.due.localeCompare(other.due));
  return clocks.map((clock) => nextStep(clock, view, me));
}

/** The obligations that run on a case, soonest first; without those on the way to adulthood that are far off. */
export function nextSteps(view: CaseView, me?: string): NextStep[] {
  return stepsOf(view, me, (clock) => !isLater(clock));
}

/** Dates on the way to adulthood that are far off. */
export function laterSteps(view: CaseView, me?: string): NextStep[] {
  return stepsOf(view, me, isLater);
}
