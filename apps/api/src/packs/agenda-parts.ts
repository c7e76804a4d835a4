import type { AgendaItem, AgendaSection } from '@mase/documents';
import { minutesWords } from '@mase/documents';
import { formalParts, nameOfItem, type Planned, plannedAgenda } from '@mase/workflow';
import { isOverdue } from './action-rows.js';
import { loggedActions } from './logged-actions.js';
import type { Item, Papers, Sitting } from './papers.js';
import { fieldsOf } from './papers.js';
import { madeOf } from './provenance.js';

/** A line of the agenda with the record behind it; none for the parts that every sitting has. */
export interface NumberedItem {
  section: string;
  item: AgendaItem;
  record: Item | null;
}

/** Parts of a sitting that are about no record, by the ids of the profile's headings, and what they ask. */
const formal: { [section: string]: { asked: string } } = {
  opening: { asked: 'Say who you are and whom you stand in for. Declare any personal connection.' },
  'previous-minutes': { asked: 'Say what is wrong in the minutes, or agree them.' },
  'action-log': { asked: 'Answer for each overdue action.' },
  closing: { asked: 'Correct the actions as they are read back. Agree the next date.' },
};

/**
 * The agenda as this reader sees it, numbered and timed from the start of the sitting. Numbers and times run over what
 * the reader sees, so that nothing hints at an item whose existence is closed to him.
 */
export function numberedItems(papers: Papers, sitting: Sitting): NumberedItem[] {
  const { opening, closing } = formalParts(papers.about.profile);
  const records = papers.itemsOf(sitting);
  const planned = plannedAgenda(
    sitting.standing,
    records.map(({ id, standing }) => ({ id, minutes: standing.minutes })),
    papers.about.profile,
  );
  const places = [...planned.opening, ...planned.items, ...planned.closing];
  const lines = [
    ...opening.map((section) => ({ section, record: null })),
    ...records.map((record) => ({ section: sectionOf(papers, record), record })),
    ...closing.map((section) => ({ section, record: null })),
  ];
  return lines.map(({ section, record }, index) => {
    const { number, from, to } = places[index] as Planned;
    const minutes = record ? record.standing.minutes : section.minutesPerItem;
    const times = { number, from: papers.time(from), to: papers.time(to), minutes };
    const words = record ? recordWords(papers, record) : formalWords(papers, sitting, section);
    const behind = record ? [record.id, record.subjectId] : waitingFor(papers, sitting, section.id);
    const line: AgendaItem = { ...times, ...words };
    const item = behind.length > 0 ? madeOf(line, `Item ${number} of the agenda`, behind) : line;
    return { section: headingOf(papers, section), record, item };
  });
}

function sectionOf(papers: Papers, { standing }: Item) {
  const { agenda } = papers.about.profile.panel;
  return (
    agenda.find((one) => one.id === standing.section) ?? {
      id: standing.section,
      label: standing.section,
      minutesPerItem: 0,
    }
  );
}

type Words = Omit<AgendaItem, 'number' | 'from' | 'to' | 'minutes'>;

/** Items of earlier sittings whose decision waits to be ratified, as far as this reader sees them. */
function toRatify(papers: Papers, sitting: Sitting): Item[] {
  return papers.all<Item>('agendaItem').filter(({ parentId, standing: { decision } }) => {
    return parentId !== sitting.id && decision?.inquorate && !decision.ratifiedAt;
  });
}

/** The items that a part of every sitting names. */
function waitingFor(papers: Papers, sitting: Sitting, section: string): string[] {
  return section === 'previous-minutes' && sitting.id === papers.sitting.id
    ? toRatify(papers, sitting).map(({ id }) => id)
    : [];
}

/** What an agenda carries over by itself: how many actions are overdue, and which decisions wait to be ratified. */
function carriedWords(papers: Papers, sitting: Sitting, section: string): string {
  if (sitting.id !== papers.sitting.id) return '';
  if (section === 'action-log') {
    const late = loggedActions(papers).filter((one) => isOverdue(papers, one)).length;
    return late > 0 ? ` ${late} ${late === 1 ? 'is' : 'are'} overdue: decide on each.` : '';
  }
  if (section !== 'previous-minutes') return '';
  const named = toRatify(papers, sitting).map(({ parentId, standing: { decision, reference, name } }) => {
    const heard = [...papers.all<Sitting>('sitting'), papers.previous].find((one) => one?.id === parentId);
    const day = papers.day(heard?.standing.startsAt ?? decision?.at ?? '');
    return `${reference || name} of ${day}`;
  });
  return named.length > 0 ? ` Ratify what was decided without a quorum: ${named.join('; ')}.` : '';
}

function formalWords(papers: Papers, sitting: Sitting, { id, label }: { id: string; label: string }): Words {
  return {
    title: label,
    kind: 'Standing item',
    presenter: 'The chair',
    attending: null,
    asked: formal[id] ? `${formal[id].asked}${carriedWords(papers, sitting, id)}` : null,
    lateReason: null,
    takenOff: null,
  };
}

function recordWords(papers: Papers, record: Item): Words {
  const { standing } = record;
  const written = fieldsOf(papers.written(record.id, 'item')[0]);
  const presenter = papers.user(written.presenterId);
  const { label } = sectionOf(papers, record);
  const agency = presenter && papers.agency(presenter.agencyId);
  return {
    title: nameOfItem(standing, papers.strandOf(record)?.standing ?? null, papers.today),
    kind: kindOf(label),
    presenter: presenter ? [presenter.name, agency].filter(Boolean).join(', ') : standing.presenterName,
    attending: null,
    asked: written.asked ?? (standing.asked || null),
    lateReason: written.lateReason ?? (standing.late ? 'The reason is in the record of the sitting.' : null),
    takenOff: standing.takenOff ?? null,
  };
}

/** "Children" for "Children: new"; parts that every sitting has stand together before and after. */
function headingOf(papers: Papers, { id, label }: { id: string; label: string }): string {
  const { opening, closing } = formalParts(papers.about.profile);
  if (opening.some((part) => part.id === id)) return 'Opening';
  if (closing.some((part) => part.id === id)) return 'Closing';
  return label.split(': ')[0] ?? label;
}

/** "New" for "Children: new": the heading says the rest. */
function kindOf(label: string): string {
  const kind = label.split(': ').at(-1) ?? label;
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** The lines under their headings; a heading stands again where the order leaves it and comes back. */
export function sectionsOf(items: readonly NumberedItem[]): AgendaSection[] {
  const sections: AgendaSection[] = [];
  for (const { section, item } of items) {
    const last = sections.at(-1);
    if (last?.title === section) last.items.push(item);
    else sections.push({ title: section, items: [item] });
  }
  return sections;
}

/** Words where the items ask for more minutes than the sitting has; null where they fit or the sitting is over. */
export function overrunWords(papers: Papers, items: readonly NumberedItem[]): string | null {
  const { startsAt, endsAt, breaks = [] } = papers.sitting.standing;
  const before = ['scheduled', 'agendaOpen', 'papersIssued'].includes(papers.sitting.state as string);
  const pauses = breaks.reduce((sum, { minutes }) => sum + minutes, 0);
  const asked = items.reduce((sum, { item }) => sum + item.minutes, pauses);
  const has = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
  if (!before || asked <= has) return null;
  return `The items ask for ${minutesWords(asked)}; the sitting has ${minutesWords(has)}.`;
}
