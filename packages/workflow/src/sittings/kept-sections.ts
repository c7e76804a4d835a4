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

/** A text in which one part stands in the place of another; of a text that was edited there, with the right one after it. */
function replaced(text: string, was: string, is: string): string {
  if (was === is) return text;
  if (was && text.includes(was)) return text.replace(was, () => is).replace(/^\n/, '');
  return is ? `${text}\n${is}` : text;
}

/** What stands in the section of an item before its notes: who came for it alone. */
const cameIn = ({ text }: MinuteSection): string => /^Here for this item: .*\n?/.exec(text)?.[0] ?? '';

/**
 * The sections as they were kept, with what would now be composed otherwise in the place of what was: both are the whole
 * minutes, as composed before something was set right and after.
 */
export function sectionsSetRight(
  kept: readonly MinuteSection[],
  before: readonly MinuteSection[],
  after: readonly MinuteSection[],
): MinuteSection[] {
  const same = (one: MinuteSection, other: MinuteSection) =>
    one.itemId ? one.itemId === other.itemId : !other.itemId && one.heading === other.heading;
  const right = kept.map((section): MinuteSection => {
    const was = before.find((one) => same(one, section));
    const is = after.find((one) => same(one, section));
    if (!was || !is || was.text === is.text) return section;
    if (!section.itemId) return { ...section, text: replaced(section.text, was.text, is.text) };
    const text = cameIn(was)
      ? replaced(section.text, cameIn(was), cameIn(is))
      : `${cameIn(is)}${section.text}`;
    const news = { itemId: section.itemId, outcome: [was.outcome ?? '', is.outcome ?? ''], note: null };
    return correctedSections([{ ...section, text }], news as CorrectedSectionNews)[0] as MinuteSection;
  });
  const added = after.filter(
    (one) =>
      !one.itemId && !kept.some((other) => same(one, other)) && !before.some((other) => same(one, other)),
  );
  return [...added, ...right];
}
