import { dateWords } from '../../../date-words.js';
import type { CaseStanding } from '../case-view.js';
import { pathwayWords } from '../code-words.js';

type Fact = string | null | undefined | false;

function transferWords({ transfer, state }: { transfer: CaseStanding['transfer']; state: string }): Fact {
  if (!transfer || state !== 'transferring') return null;
  const late = transfer.escalatedAt ? ' No answer came in time: a senior manager sees to it.' : '';
  return `${transfer.area} was asked on ${dateWords(transfer.at)} to take the case on. It stays here until then.${late}`;
}

function hostingWords({ hosting }: CaseStanding): Fact[] {
  if (!hosting) return [];
  const { as, area, since, reference, toldAt, heardAt } = hosting;
  const its = reference ? ` Its reference: ${reference}.` : '';
  return [
    as === 'host'
      ? `Hosted record: ${area} placed the child here on ${dateWords(since)}, keeps the case and sees to the return home interviews.${its}`
      : `This area placed the child in ${area} on ${dateWords(since)} and keeps the case.${its}`,
    toldAt ? `${area} was last told an outcome on ${dateWords(toldAt)}.` : `${area} was told no outcome yet.`,
    heardAt && `${area} last told us on ${dateWords(heardAt)}.`,
  ];
}

function adultWords({ adult }: CaseStanding): Fact[] {
  return [
    adult?.since && `An adult since ${dateWords(adult.since)}.`,
    adult?.pathway &&
      `Adult pathway: ${pathwayWords(adult.pathway.decision)}, ${dateWords(adult.pathway.at)}.`,
  ];
}

/** What else is known of a case, in sentences: another area, the way to adulthood, an earlier case. */
export function alsoKnown(standing: CaseStanding | undefined, state: string): string[] {
  if (!standing) return [];
  const { transfer, reReferral } = standing;
  const facts: Fact[] = [
    transferWords({ transfer, state }),
    ...hostingWords(standing),
    ...adultWords(standing),
    reReferral && `A re-referral: an earlier case closed on ${dateWords(reReferral.closedAt)}.`,
  ];
  return facts.filter((fact): fact is string => Boolean(fact));
}
