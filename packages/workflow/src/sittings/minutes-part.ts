import { type AgendaItemStanding, caseOfItem } from '../agenda-items/standing.js';
import type { Context, StoredRecord } from '../model.js';
import type { Effect, Step } from '../topic.js';
import { type DoubtsOfPart, doubtsOf } from './doubtful-names.js';
import { keptSections } from './kept-sections.js';
import { piecesOf, saidBy, type TextPiece, unmarked } from './marked-text.js';
import { withoutNames } from './names-of-others.js';
import { othersOnAgenda } from './names-on-agenda.js';
import type { MinuteSection, SittingStanding } from './standing.js';

type Item = StoredRecord<AgendaItemStanding>;

/** What agreed minutes say about one case, filed on it: its own section, in which no other open record of the agenda is named. */
export interface MinutesPart {
  sittingId: string;
  panel: string;
  startsAt: string;
  version: number;
  heading: string;
  text: string;
  /** A correction of a part that was filed before, which stays. */
  amends?: true;
}

/** The kind of the row on a case that holds its part of agreed minutes. */
export const minutesPartKind = 'minutes-part';

type Known = readonly StoredRecord[];

/** A text without whatever names the others, piece by piece; what the one that it is about is called itself stays. */
function withoutOthers(text: string, about: Item, known: Known): TextPiece[] {
  const others = othersOnAgenda(about, known);
  return piecesOf(
    others.reduce((left, { names, instead }) => withoutNames(left, names, instead), unmarked(text)),
  );
}

/** What agreed minutes file of one item on its case, with what was replaced in it. */
export interface PartOfMinutes {
  item: Item;
  pieces: TextPiece[];
}

/**
 * The parts of minutes by the case on which each is filed, in the order of the items: an item without a case has no file;
 * a cluster is of several children and keeps none. `known` are the items of the agenda, and of the children, persons and
 * places behind their cases those whose other names may be looked for. A name of a closed record stays: everybody who
 * reads the minutes reads it there, and a part without it would tell that the record was on the agenda.
 */
export function partsOfMinutes(sections: readonly MinuteSection[], known: Known): PartOfMinutes[] {
  const items = known.filter(({ kind }) => kind === 'agendaItem') as Item[];
  return items.flatMap((item): PartOfMinutes[] => {
    const own = sections.filter(({ itemId }) => itemId === item.id);
    if (own.length === 0 || !item.standing.caseId || item.standing.caseKind === 'cluster') return [];
    const between = (index: number): TextPiece[] => (index > 0 ? [{ text: '\n' }] : []);
    const pieces = own.flatMap(({ text }, index) => [...between(index), ...withoutOthers(text, item, known)]);
    return [{ item, pieces }];
  });
}

/** Where such a part may still name another record of the agenda. */
export const doubtsOfPart = ({ item, pieces }: PartOfMinutes, known: Known): DoubtsOfPart =>
  doubtsOf(saidBy(pieces), othersOnAgenda(item, known));

/** Files agreed minutes by whom they are about: every case that was heard is told what its own section says and nothing of any other that is open. */
export function filedParts({
  locked,
  record,
  facts,
}: Pick<Context<SittingStanding>, 'locked' | 'record' | 'facts'>): Step[] {
  const { panel, startsAt, minutesVersion: version } = record.standing;
  return partsOfMinutes(keptSections(facts.written), locked).map(({ item, pieces }): Step => {
    const { reference: heading } = item.standing;
    const part: MinutesPart = {
      ...{ sittingId: record.id, panel, startsAt, version, heading },
      text: saidBy(pieces),
    };
    return { record: caseOfItem(item.standing), event: 'receive-minutes-part', payload: part };
  });
}

/** What a case files of a correction of its part, in which no other open record of the agenda is named; null where it files none. */
export function amendedPart(
  { locked, record }: Pick<Context<SittingStanding>, 'locked' | 'record'>,
  item: Item,
  text: string,
): MinutesPart | null {
  const { panel, startsAt, minutesVersion: version } = record.standing;
  const { caseId, caseKind, reference } = item.standing;
  if (!caseId || caseKind === 'cluster') return null;
  return {
    ...{ sittingId: record.id, panel, startsAt, version },
    heading: reference,
    text: saidBy(withoutOthers(text, item, locked)),
    amends: true,
  };
}

/** What a case keeps of the minutes of a sitting that heard it. */
export const minutesPartRecorders = {
  recordMinutesPart: ({ payload }: Context<never, MinutesPart>): Effect[] => [
    { do: 'write', kind: minutesPartKind, class: 'sheet', body: payload },
  ],
};

/** A case of any strand, open or closed, is told its part of the minutes of a sitting. */
export const minutesFiled = { 'receive-minutes-part': { actions: 'recordMinutesPart' } } as const;
