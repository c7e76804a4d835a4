import { dateWords } from '../../../date-words.js';
import { isRealDay } from '../../../form-values.js';
import { type Page, show } from '../../../page.js';
import { readsIncidentFigures } from '../../../sections.js';
import { committedWords, type IncidentView, kindWords, outcomeWords } from '../incident.js';

interface IncidentsView {
  items: IncidentView[];
  counted: number | null;
  next: string | null;
}

const police = ['police-desk', 'intelligence-officer', 'intelligence-supervisor'];

/** Incidents, the latest recorded by the police first: of one number, of some days, or all; and how many are kept back. */
export const page: Page = {
  id: 'incidents/list',
  url: '/incidents',
  section: '/incidents',

  async get(visit) {
    const { reference = '', from, to } = visit.query;
    const days = isRealDay(from) && isRealDay(to) ? { from, to } : null;
    const filters: Record<string, string> = { ...days, ...(reference ? { reference } : {}) };
    const { body } = await visit.read<IncidentsView>('/api/v1/incidents', {
      ...filters,
      after: visit.query.after,
    });
    const isWhole = body.next === null && !visit.query.after && !reference;
    const withheld = body.counted === null || !isWhole ? 0 : body.counted - body.items.length;
    return show({
      title: 'Incidents',
      model: {
        reference,
        days: days ? `${dateWords(days.from)} to ${dateWords(days.to)}` : null,
        withheld: withheld > 0 ? withheld : null,
        figures: readsIncidentFigures(visit.who ?? {}),
        mayRecord: (visit.who?.roles ?? []).some((role) => police.includes(role)),
        lines: body.items.map((one) => ({
          href: `/incidents/${one.id}`,
          reference: one.reference,
          force: one.force,
          offence: one.offence,
          kind: one.withdrawn ? `Withdrawn: ${one.withdrawn.reason}` : kindWords[one.kind],
          recorded: dateWords(one.recorded),
          committed: committedWords(one),
          outcome: outcomeWords(one.outcomes.at(-1)),
          linked: `${one.linkedVictims ?? 0} of ${one.victims.length}`,
        })),
        more: body.next ? `/incidents?${new URLSearchParams({ ...filters, after: body.next })}` : null,
      },
    });
  },
};
