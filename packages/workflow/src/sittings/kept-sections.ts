import type { WrittenRow } from '../model.js';
import type { CorrectedSectionNews, MinuteSection } from './standing.js';

/** The sections of the version of the minutes that was kept last; none before the sitting ended. */
export function keptSections(written: readonly WrittenRow[]): MinuteSection[] {
  const row = written.find(({ kind }) => kind === 'minutes');
  return (row?.body as { sections?: MinuteSection[] } | undefined)?.sections ?? [];
}

/** The sections with what was wrongly recorded of an item set right, wherever it stands in the text that was edited since. */
export function correctedSections(
  sections: readonly MinuteSection[],
  { itemId, outcome: [was, is], note }: CorrectedSectionNews,
): MinuteSection[] {
  return sections.map((section) => {
    if (section.itemId !== itemId) return section;
    const text = note ? section.text.replace(note[0], () => note[1]) : section.text;
    const held = was !== '' && text.includes(was);
    const right = held ? text.replace(was, () => is) : text;
    return { ...section, text: right, ...(section.outcome === undefined ? {} : { outcome: is }) };
  });
}
