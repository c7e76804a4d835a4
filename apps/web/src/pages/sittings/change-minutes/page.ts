import { canDo, missingFor } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { enter, type Fields } from '../../../error-words.js';
import type { FormValues } from '../../../form-values.js';
import { goTo, type Page, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import { changesOf } from '../minutes-changes.js';
import {
  type MinuteSection,
  type MinutesVersion,
  readSitting,
  type SittingView,
  sittingWords,
} from '../sitting.js';

const most = 200;
const fields: Fields = Object.assign(
  {},
  ...Array.from({ length: most }, (_, index) => ({
    [`sections-${index}-heading`]: enter('the heading'),
    [`sections-${index}-text`]: enter('the text of this section'),
  })),
) as Fields;

/** What is edited of a section: its text without the lines that stay. */
function discussed({ text, outcome }: MinuteSection): string {
  return outcome
    ? text
        .replace(outcome, '')
        .replace(/\n{2,}/g, '\n')
        .trim()
    : text;
}

function valuesOf(sections: MinuteSection[]): FormValues {
  return Object.fromEntries(
    sections.flatMap((section, index): [string, string][] => [
      [`sections-${index}-heading`, section.heading],
      [`sections-${index}-text`, discussed(section)],
      [`sections-${index}-itemId`, section.itemId ?? ''],
    ]),
  );
}

function typedSections(visit: Visit): MinuteSection[] {
  return Array.from({ length: most }, (_, index): MinuteSection => {
    const at = (field: string) => visit.typed(`sections-${index}-${field}`);
    const itemId = at('itemId');
    const text = at('text') || at('outcome') || '';
    return { heading: at('heading') ?? '', text, ...(itemId ? { itemId } : {}) };
  }).filter(({ heading, text, itemId }) => heading || text || itemId);
}

const byWords = ({ names }: SittingView, { authorId }: MinutesVersion): string =>
  names[authorId ?? ''] ?? 'the service';

const sectionModel = (index: number, section?: MinuteSection) => ({
  number: index + 1,
  legend: section?.heading ?? 'A further section',
  heading: `sections-${index}-heading`,
  text: `sections-${index}-text`,
  item: `sections-${index}-itemId`,
  itemId: section?.itemId ?? '',
  outcome: section?.outcome ?? '',
  kept: `sections-${index}-outcome`,
  rows: Math.min(12, Math.max(3, Math.ceil((section?.text.length ?? 0) / 90) + 1)),
});

/** The minutes, section by section: composed from what was recorded, edited in versions until they are agreed. */
export const page: Page = {
  id: 'sittings/change-minutes',
  url: '/sittings/:id/change-minutes',
  section: '/sittings',
  fields,
  draft: (visit) => visit.params.id ?? '',

  async get(visit) {
    const { sitting, etag } = await readSitting(visit);
    const [latest, ...earlier] = sitting.minutes;
    const sections = latest?.sections ?? [];
    return show({
      title: 'Minutes',
      version: etag,
      back: { href: `/sittings/${sitting.id}`, text: 'Back to the sitting' },
      values: valuesOf(sections),
      model: {
        caption: sittingWords(sitting),
        version: sitting.minutesVersion,
        parts: [...sections, undefined].map((section, index) => sectionModel(index, section)),
        changes: sitting.minutes.slice(0, -1).map((one, at) => ({
          version: one.version,
          at: one.at,
          by: byWords(sitting, one),
          before: sitting.minutes[at + 1]?.version,
          sections: changesOf(one, sitting.minutes[at + 1]),
        })),
        earlier: earlier.map((one) => ({ ...one, by: byWords(sitting, one) })),
        missing: canDo(sitting.allowed, 'sittings/change-minutes')
          ? []
          : missingFor(sitting.allowed, 'sittings/change-minutes'),
        agree: canDo(sitting.allowed, 'sittings/agree-minutes')
          ? `/sittings/${sitting.id}/agree-minutes`
          : null,
        filed: `/sittings/${sitting.id}/minutes-parts`,
        cancel: `/sittings/${sitting.id}`,
      },
    });
  },

  async post(visit) {
    const id = visit.params.id ?? '';
    await visit.send(path`/api/v1/sittings/${id}/change-minutes`, { sections: typedSections(visit) });
    return goTo(
      `/sittings/${encodeURIComponent(id)}/change-minutes`,
      'A new version of the minutes is kept.',
    );
  },
};
