import type { MinuteSection, MinutesVersion } from './sitting.js';

/** What one version of the minutes changed in one section of the version before: lines taken out, and lines put in. */
export interface SectionChange {
  heading: string;
  out: string[];
  in: string[];
}

const linesOf = (section: MinuteSection | undefined): string[] =>
  section ? [section.heading, ...section.text.split('\n')].map((one) => one.trim()).filter(Boolean) : [];

/** The section that stands for the same thing before: that of the same item, else under the same heading. */
function sameIn(sections: readonly MinuteSection[], { itemId, heading }: MinuteSection) {
  return sections.find((one) => (itemId ? one.itemId === itemId : !one.itemId && one.heading === heading));
}

function changeOf(before: MinuteSection | undefined, after: MinuteSection | undefined): SectionChange[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  const out = was.filter((line) => !is.includes(line));
  const added = is.filter((line) => !was.includes(line));
  const heading = after?.heading ?? before?.heading ?? '';
  return out.length + added.length > 0 ? [{ heading, out, in: added }] : [];
}

/** What a version of the minutes changed, section by section, against the version before it; nothing where it was composed. */
export function changesOf(
  version: Pick<MinutesVersion, 'sections'>,
  before: Pick<MinutesVersion, 'sections'> | undefined,
): SectionChange[] {
  if (!before) return [];
  const gone = before.sections.filter((one) => !sameIn(version.sections, one));
  return [
    ...version.sections.flatMap((one) => changeOf(sameIn(before.sections, one), one)),
    ...gone.flatMap((one) => changeOf(one, undefined)),
  ];
}
