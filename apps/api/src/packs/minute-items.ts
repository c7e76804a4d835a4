import type { MinutedSection, PreviousMinutes } from '@mase/documents';
import {
  amendmentsIn,
  amendmentWords,
  composeItem,
  type KeptPanelAction,
  type MinuteSection,
} from '@mase/workflow';
import { type NumberedItem, numberedItems } from './agenda-parts.js';
import { fieldsOf, type Item, type Papers, type Sitting } from './papers.js';
import { madeOf } from './provenance.js';
import { minutesWithheld } from './withheld.js';

interface MinutesRow {
  version: number;
  sections: MinuteSection[];
}

type HeardLine = NumberedItem & { record: Item };

/**
 * The sections of the latest minutes of a sitting in their order, without those of items that this reader does not see.
 * What was recorded of a restricted item stands on the item alone: its section follows that of the item before it.
 */
export function minutedSections(papers: Papers, sitting: Sitting): MinutedSection[] {
  const heard = numberedItems(papers, sitting).filter((one): one is HeardLine => one.record !== null);
  const { sections = [] } = fieldsOf<MinutesRow>(papers.written(sitting.id, 'minutes')[0]);
  const lineOf = (itemId: string) => heard.find(({ record }) => record.id === itemId);
  const kept = sections.filter(({ itemId }) => !itemId || lineOf(itemId));
  heard.forEach(({ record }, index) => {
    if (kept.some(({ itemId }) => itemId === record.id)) return;
    const before = heard.slice(0, index).map((one) => one.record.id);
    const at = kept.findLastIndex(({ itemId }) => itemId && before.includes(itemId));
    const first = kept.findIndex(({ itemId }) => itemId);
    const place = at >= 0 ? at + 1 : first >= 0 ? first : kept.length;
    const written = [...papers.written(record.id), ...papers.written(sitting.id, 'attendance')];
    kept.splice(place, 0, composeItem({ written, profile: papers.about.profile }, record));
  });
  return [
    ...kept.map((section) => printed(papers, section, section.itemId ? lineOf(section.itemId) : undefined)),
    ...correctedSince(papers, sitting),
  ];
}

/** Corrections of what agreed minutes say about no item; those of an item stand in its own section. */
function correctedSince(papers: Papers, { id }: Sitting): MinutedSection[] {
  const paragraphs = corrections(papers, id);
  return paragraphs.length > 0
    ? [{ heading: 'Corrected since these minutes were agreed', about: null, paragraphs, disruption: [] }]
    : [];
}

const corrections = (papers: Papers, id: string): string[] =>
  amendmentsIn(papers.written(id)).map((one) => amendmentWords(one, papers.about.profile));

function printed(papers: Papers, section: MinuteSection, line: HeardLine | undefined): MinutedSection {
  const minuted: MinutedSection = {
    heading: section.heading,
    about: line ? aboutWords(line) : null,
    paragraphs: [
      ...section.text
        .split('\n')
        .map((one) => one.trim())
        .filter(Boolean),
      ...(line ? corrections(papers, line.record.id) : []),
    ],
    disruption: line ? disruptionGiven(papers, line.record) : [],
  };
  if (!line) return minuted;
  const { id, parentId, subjectId } = line.record;
  return madeOf(minuted, `The minutes of item ${line.item.number}`, [id, parentId, subjectId]);
}

/** "Item 4: review, case CE-2026-0001": by the number that this reader's agenda has. */
function aboutWords({ item, record }: HeardLine): string {
  const { reference } = record.standing;
  return `Item ${item.number}: ${item.kind.toLowerCase()}${reference ? `, case ${reference}` : ''}`;
}

/** What a decision gave to do about those who harm, as it was given, for whoever reads that part of it. */
function disruptionGiven(papers: Papers, { id }: Item): string[] {
  const { actions = [] } = fieldsOf<{ actions: KeptPanelAction[] }>(
    papers.written(id, 'decision-disruption')[0],
  );
  return actions.map(({ what, ownerName, due }) =>
    [what, ownerName ? `: ${ownerName}` : '', due ? `, by ${papers.day(due)}` : '', '.'].join(''),
  );
}

/** "Agreed on Thursday 10 December 2026", or which draft it is. */
export function minutesStatus(papers: Papers, sitting: Sitting): string {
  const agreed = papers.written(sitting.id, 'minutes-agreed')[0];
  if (agreed) return `Agreed on ${papers.day(agreed.happened)}`;
  return `Draft, version ${sitting.standing.minutesVersion}`;
}

/** The last sitting's minutes as far as this reader sees them; null where there was none or they are not open to him. */
export function previousMinutes(papers: Papers): PreviousMinutes | null {
  const { previous } = papers;
  if (!previous || !papers.reads(previous.id, 'sheet')) return null;
  const minutes: PreviousMinutes = {
    date: papers.day(previous.standing.startsAt),
    status: minutesStatus(papers, previous),
    sections: minutedSections(papers, previous),
    withheld: minutesWithheld(papers),
  };
  return madeOf(minutes, 'The minutes of the last sitting', [previous.id]);
}
