import { labelOf, stateLabels } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import type { Subject } from '../../command-page.js';
import { dateWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';

/** A legal hold as the api shows it. */
export interface HoldLine {
  id: string;
  version: number;
  state: string;
  scope: string;
  childId: string | null;
  childName?: string | null;
  teamId: string | null;
  theme: string | null;
  reason: string | null;
  placed: { by: string | null; at: string } | null;
  reviewBy: string;
  lifted: { by: string | null; at: string } | null;
}

/** A hold with what was said at its reviews. */
export interface HoldView extends HoldLine {
  written: { id: string; kind: string; happened: string; body: { words?: string; by?: string } }[];
  names: Record<string, string>;
  allowed: Allowed[];
}

/** What a hold covers, in words. */
export function coversWords({ scope, childName, teamId, theme }: HoldLine): string {
  if (scope === 'team') return `Cases of the team ${teamId ?? ''}`;
  if (scope === 'theme') return `Cases with ${labelOf(theme ?? '').toLowerCase()} exploitation or harm`;
  return childName ?? 'One child';
}

/** A tag for where a hold stands. */
export function holdTag(state: string): { text: string; classes: string } {
  const classes = state === 'inForce' ? 'govuk-tag--yellow' : 'govuk-tag--grey';
  return { text: stateLabels[state] ?? state, classes };
}

/** Reads one hold, and the name of the child whom it covers. */
export async function readHold(visit: Visit): Promise<{ hold: HoldView; etag: string | null }> {
  const id = encodeURIComponent(visit.params.id ?? '');
  const { body, etag } = await visit.read<HoldView>(`/api/v1/legal-holds/${id}`);
  return { hold: body, etag };
}

/** What a hold covers, why, and by when it is looked at again. */
export function holdFacts(hold: HoldView): { key: string; text: string }[] {
  return [
    { key: 'Covers', text: coversWords(hold) },
    { key: 'Because of', text: labelOf(hold.reason ?? 'not recorded') },
    {
      key: 'Placed',
      text: hold.placed
        ? `${hold.names[hold.placed.by ?? ''] ?? 'Somebody'} on ${dateWords(hold.placed.at)}`
        : 'Not recorded',
    },
    hold.lifted
      ? {
          key: 'Lifted',
          text: `${hold.names[hold.lifted.by ?? ''] ?? 'Somebody'} on ${dateWords(hold.lifted.at)}`,
        }
      : { key: 'Looked at again by', text: dateWords(hold.reviewBy) },
  ];
}

/** The hold as the subject of one of its commands. */
export async function holdSubject(visit: Visit): Promise<Subject> {
  const { hold, etag } = await readHold(visit);
  return {
    href: `/legal-holds/${hold.id}`,
    caption: coversWords(hold),
    version: etag,
    allowed: hold.allowed,
    facts: holdFacts(hold),
  };
}
