import type { AgendaItem, ChildSheet, Recorded } from '@mase/documents';
import { cautionWords } from './caution-words.js';
import { aboutMe, chosenName, identity, statuses, workerWords } from './child-identity.js';
import { missing } from './child-missing.js';
import { planSummary, safetyActions } from './child-plan.js';
import { gradeNow, grades, harm } from './child-risk.js';
import { updates, voice } from './child-voices.js';
import { chronology } from './chronology.js';
import { type Case, fieldsOf, type Papers } from './papers.js';
import { previousDecisions } from './previous-decisions.js';
import { sheetLinks } from './sheet-links.js';
import { sheetWithheld } from './withheld.js';

/** The sheet of one child, as far as this reader reads the case. */
export function childSheet(papers: Papers, item: AgendaItem, record: Case): ChildSheet {
  const name = chosenName(papers, record);
  return {
    item,
    reference: record.standing.reference,
    listed: listedWords(papers, record),
    caution: cautionWords(papers, record),
    aboutMe: aboutMe(papers, record),
    identity: identity(papers, record),
    statuses: statuses(papers, record),
    worker: workerWords(papers, record),
    gradeNow: gradeNow(papers, record),
    grades: grades(papers, record),
    harm: harm(papers, record),
    missing: missing(papers, record),
    plan: planSummary(papers, record, name),
    safetyActions: safetyActions(papers, record),
    childView: voice(papers, record, 'child', name),
    parentView: voice(papers, record, 'parent', name),
    updates: updates(papers, record),
    chronology: chronology(papers, record),
    links: sheetLinks(papers, record.standing.childId),
    previousDecisions: previousDecisions(papers, record),
    withheld: sheetWithheld(papers, record),
  };
}

/** Why the case is listed: the basis, since when, and what was said where the gate did not hold. */
function listedWords(papers: Papers, record: Case): Recorded {
  const { listing } = record.standing;
  if (!listing) return null;
  const basis = papers.about.profile.panel.listingBases.find((one) => one.id === listing.basis);
  const { noStrategyReason, noPlanReason, admitReason } = fieldsOf(papers.written(record.id, 'listing')[0]);
  const reasons = [
    admitReason && `Admitted by the chair: ${admitReason}`,
    noStrategyReason && `No strategy discussion: ${noStrategyReason}`,
    noPlanReason && `No plan: ${noPlanReason}`,
  ].filter((one) => typeof one === 'string');
  return [`${basis?.label ?? listing.basis}, since ${papers.day(listing.at)}`, ...reasons].join('. ');
}
