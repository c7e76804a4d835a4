import { identifierKinds, stateLabels } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { path } from '../../api-client.js';
import type { Subject } from '../../command-page.js';
import { dueWords, momentWords } from '../../date-words.js';
import { placeOf } from '../../place-of.js';
import type { Visit } from '../../visit.js';
import type { DueDate } from '../../why-dates.js';

interface Side {
  kind: string;
  id: string;
  title: string;
  reference: string | null;
}

/** A match as lists show it; a record that the reader does not see is null. */
export interface MatchLine {
  id: string;
  state: string;
  identifier: keyof typeof identifierKinds;
  fit: 'same' | 'alike';
  danger: boolean;
  proposedAt: string;
  due: string | null;
  own: Side | null;
  other: Side | null;
  /** What it is that they share, as far as the reader may read it. */
  shared: string[];
}

/** Somebody to ring; of whoever is on the duty rota, until when. */
interface ToRing {
  name: string;
  until: string | null;
}

/** One match. */
export interface MatchView extends MatchLine {
  /** Where a child may be in danger, until it is decided. */
  toRing: { lead: ToRing[]; decides: { who: 'owner' | 'supervisor'; people: ToRing[] } } | null;
  clocks: DueDate[];
  written: { id: string; kind: string; happened: string; body: Record<string, unknown> }[];
  allowed: Allowed[];
}

/** What is the same, in words. */
export function matchWords({ identifier, fit }: MatchLine): string {
  const kind = identifierKinds[identifier].toLowerCase();
  return fit === 'same' ? `The same ${kind}` : `Perhaps the same ${kind}: look at it`;
}

/** What is the same, with what it is where the reader may read that. */
export const sharedWords = (match: MatchLine): string =>
  [matchWords(match), match.shared.join(', ')].filter(Boolean).join(': ');

/** A tag for where a match stands. */
export const matchTag = ({ state }: MatchLine) => ({
  text: state === 'proposed' ? 'To be decided' : (stateLabels[state] ?? state),
  classes: state === 'proposed' ? 'govuk-tag--yellow' : 'govuk-tag--grey',
});

/** One of the two records, in words and with its place; of one that the reader does not see nothing is said. */
export function sideWords(side: Side | null, otherwise: string): { text: string; href: string | null } {
  if (!side) return { text: otherwise, href: null };
  return { text: [side.title, side.reference].filter(Boolean).join(', '), href: placeOf(side.kind, side.id) };
}

/** Reads one match. */
export async function readMatch(visit: Visit): Promise<{ view: MatchView; etag: string | null }> {
  const { body, etag } = await visit.read<MatchView>(
    path`/api/v1/identifier-matches/${visit.params.id ?? ''}`,
  );
  return { view: body, etag };
}

const ringWords = (people: readonly ToRing[]): string =>
  people.map(({ name, until }) => (until ? `${name} until ${momentWords(until)}` : name)).join(', ');

/** Who is duty manager now, in words. */
const leadWords = (lead: readonly ToRing[]): string =>
  lead.length > 0 ? ringWords(lead) : 'Nobody, by the duty rota or by role';

/** What two records share, and which they are as far as the reader sees them. */
export function matchFacts(view: MatchView): { key: string; text: string }[] {
  return [
    { key: 'What they share', text: sharedWords(view) },
    { key: 'Your record', text: sideWords(view.own, 'A record that you do not see').text },
    { key: 'The other', text: sideWords(view.other, 'Another record, of which no more is said').text },
    ...(view.toRing ? [{ key: 'Duty manager now', text: leadWords(view.toRing.lead) }] : []),
    ...(view.due ? [{ key: 'Due', text: view.danger ? momentWords(view.due) : dueWords(view.due) }] : []),
  ];
}

/**
 * What to do at once where a child may be in danger: decide, with whoever is duty manager, or ring whoever decides, by name as
 * far as the reader may know; null where nobody has to.
 */
export function dangerWords(
  view: Pick<MatchView, 'danger' | 'state' | 'own' | 'toRing'>,
  decides: boolean,
): string | null {
  if (!view.danger || view.state !== 'proposed') return null;
  const { lead = [], decides: owner } = view.toRing ?? {};
  if (decides)
    return lead.length > 0
      ? `A child may be in danger: decide now, with the social care lead on duty: ${ringWords(lead)}.`
      : 'A child may be in danger: decide now, with the social care lead on duty.';
  const people = ringWords(owner?.people ?? []);
  if (owner?.who === 'owner' && people)
    return `A child may be in danger: ring whoever has it: ${people}. The decision is theirs.`;
  if (view.own) return 'A child may be in danger: ring whoever has the record. The decision is theirs.';
  return people
    ? `A child may be in danger: ring the intelligence supervisor: ${people}. The decision is theirs.`
    : 'A child may be in danger: ring the intelligence supervisor on duty. The decision is theirs.';
}

/** A match as the subject of its command. */
export async function matchSubject(visit: Visit): Promise<Subject> {
  const { view, etag } = await readMatch(visit);
  return {
    href: `/identifier-matches/${view.id}`,
    caption: matchWords(view),
    version: etag,
    allowed: view.allowed,
    facts: matchFacts(view),
  };
}
