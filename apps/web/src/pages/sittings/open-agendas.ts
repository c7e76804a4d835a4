import { plannedWords } from '../../date-words.js';
import { readList } from '../../read-list.js';
import type { Visit } from '../../visit.js';

/** What the page of a listed case says of agendas: the sitting it waits for, or those on whose agenda it can be put. */
export interface AgendaOffers {
  waitsOn: string | null;
  open: { href: string; text: string }[];
}

/** Where a case stands towards the panel. */
export interface Waiting {
  id: string;
  panel: string | undefined;
  onAgenda: string | null | undefined;
}

const planners = ['coordinator', 'chair', 'deputy-chair'];

/** What is offered to whoever builds agendas, on the page of a case that is on the panel's list; null to everybody else. */
export async function agendaOffers(
  visit: Visit,
  { id, panel, onAgenda }: Waiting,
): Promise<AgendaOffers | null> {
  const { roles = [] } = visit.who ?? {};
  if (panel !== 'listed' || !roles.some((role) => planners.includes(role))) return null;
  if (onAgenda) return { waitsOn: `/sittings/${onAgenda}`, open: [] };
  const { items } = await readList<{ id: string; panel: string; startsAt: string }>(
    visit,
    '/api/v1/sittings?phase=agendaOpen&phase=papersIssued',
    { after: undefined },
  );
  const soonest = [...items].sort((one, other) => one.startsAt.localeCompare(other.startsAt));
  return {
    waitsOn: null,
    open: soonest.map((one) => ({
      href: `/sittings/${one.id}/add-item?caseId=${encodeURIComponent(id)}`,
      text: `${one.panel}, ${plannedWords(one.startsAt)}`,
    })),
  };
}
