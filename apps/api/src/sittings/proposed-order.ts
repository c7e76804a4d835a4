import type { AgendaCandidate, ItemOfAgenda } from '@mase/store';
import {
  type ChildCaseStanding,
  type ClusterStanding,
  type PlacedItem,
  type Profile,
  type ProposedPlace,
  proposeOrder,
  rulingGrade,
  type StoredRecord,
} from '@mase/workflow';

/** The sections with which a new block of the agenda begins: persons of concern, locations, themes, escalations. */
const blockSections = ['person', 'location', 'theme', 'escalation'];

/** The family name of a child, in lower case; null where only one name is known. */
function familyName({ about }: ItemOfAgenda): string | null {
  if (about?.kind !== 'childCase') return null;
  const words = (about.standing as ChildCaseStanding).name.trim().toLowerCase().split(/\s+/);
  return words.length > 1 ? (words.at(-1) ?? null) : null;
}

/** The first of the clusters to which a child belongs. */
function clusterOf({ item }: ItemOfAgenda, clusters: readonly StoredRecord[]): string | null {
  const { childId } = item.standing;
  const found = clusters.find(({ standing }) => (standing as ClusterStanding).children.includes(childId));
  return childId && found ? found.id : null;
}

/** What is carried over, and the clusters that stand, as the order of an agenda needs them. */
export interface OrderFacts {
  returned: ReadonlySet<string>;
  candidates: readonly AgendaCandidate[];
}

/** The order that the rules propose for the items that the reader sees, each with why. */
export function proposedOrder(
  items: readonly ItemOfAgenda[],
  { returned, candidates }: OrderFacts,
  profile: Profile,
): ProposedPlace[] {
  const place = (section: string) => profile.panel.agenda.findIndex(({ id }) => id === section);
  const clusters = [
    ...candidates.map(({ record }) => record),
    ...items.flatMap(({ about }) => (about ? [about] : [])),
  ].filter(({ kind }) => kind === 'cluster');
  const placed = items.map((one): PlacedItem => {
    const { item, about } = one;
    return {
      id: item.id,
      section: place(item.standing.section),
      carried: returned.has(item.subjectId ?? '') || item.standing.subject?.carried === true,
      high: about?.kind === 'childCase' && rulingGrade(about.standing as ChildCaseStanding) === 'high',
      family: clusterOf(one, clusters) ?? familyName(one),
      presenter: item.standing.presenterName,
      attendees: (item.standing.attendees ?? []).map(({ id }) => id),
    };
  });
  return proposeOrder(placed, blockSections.map(place));
}
