import { type AgendaItemStanding, caseOfItem } from '../agenda-items/standing.js';
import { unidentified } from '../child-cases/record-referral.js';
import type { ChildStanding } from '../children/standing.js';
import type { Context, StoredRecord } from '../model.js';
import { namesOfRecord, type StrandRecordStanding } from '../strand-records/standing.js';
import type { Effect, Step } from '../topic.js';
import { isWord, type NamesOfOther, withoutNames } from './names-of-others.js';
import type { MinuteSection, SittingStanding } from './standing.js';

type Item = StoredRecord<AgendaItemStanding>;

/** What agreed minutes say about one case, filed on it: its own section, in which no other record of the agenda is named. */
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

const wordsOf = (name: string) => name.split(/[\s,]+/).filter(Boolean);

type Locked = readonly StoredRecord[];

/** The names of whom or what an item is about: as the agenda has it, and as the record behind the case has it, aliases among them. */
function calledOf({ standing }: Item, locked: Locked): string[] {
  const { name, caseKind, childId, aboutId } = standing;
  const behind = locked.find(({ id }) => id === (caseKind ? aboutId : childId))?.standing;
  if (!caseKind) {
    const child = behind as ChildStanding | undefined;
    return [name, child?.name ?? '', child?.chosenName ?? ''].filter((one) => one && one !== unidentified);
  }
  const about = behind as StrandRecordStanding | undefined;
  const nicknames = about?.identifiers.flatMap(({ kind, value }) => (kind === 'nickname' ? [value] : []));
  return [name, ...(about ? namesOfRecord(about) : []), ...(nicknames ?? [])].filter(Boolean);
}

/** By what another record of the agenda may be named in a text: a child or a person by each of its names, a place by the whole of its. */
function namesOf(item: Item, locked: Locked): NamesOfOther {
  const { reference, caseKind } = item.standing;
  const called = calledOf(item, locked).filter((name) => name !== reference);
  const isPerson = caseKind === 'personCase';
  // Of "man with a red car" nothing is a name but the whole.
  const parts = called.flatMap(wordsOf).filter((part) => !isPerson || /^\p{Lu}/u.test(part));
  return {
    whole: [reference, ...called.filter((name) => !isWord(name))].filter(Boolean),
    parts: caseKind && !isPerson ? [] : parts,
  };
}

const standIn = { personCase: '[another person]', locationCase: '[another place]', cluster: '[a cluster]' };

/** A text without whatever names the others; what the one that it is about is called itself stays. */
function withoutOthers(text: string, about: Item, locked: Locked): string {
  const own = namesOf(about, locked);
  const others = locked.filter(({ kind, id }) => kind === 'agendaItem' && id !== about.id) as Item[];
  const kept = new Set([...own.whole, ...own.parts].map((name) => name.toLowerCase()));
  const isOther = (name: string) => !kept.has(name.toLowerCase());
  return others.reduce((left, other) => {
    const { caseKind } = other.standing;
    const { whole, parts } = namesOf(other, locked);
    const names = { whole: whole.filter(isOther), parts: parts.filter(isOther) };
    return withoutNames(left, names, caseKind ? standIn[caseKind] : '[another child]');
  }, text);
}

/**
 * Files agreed minutes by whom they are about: every case that was heard is told what its own section says and nothing of
 * any other. An item without a case has no file; a cluster is of several children and keeps none.
 */
export function filedParts({
  locked,
  record,
  facts,
}: Pick<Context<SittingStanding>, 'locked' | 'record' | 'facts'>): Step[] {
  const items = locked.filter(({ kind }) => kind === 'agendaItem') as Item[];
  const { panel, startsAt, minutesVersion } = record.standing;
  const minutes = facts.written.find(({ kind }) => kind === 'minutes')?.body as
    | { sections: MinuteSection[] }
    | undefined;
  return items.flatMap((item): Step[] => {
    const sections = (minutes?.sections ?? []).filter(({ itemId }) => itemId === item.id);
    if (sections.length === 0 || !item.standing.caseId || item.standing.caseKind === 'cluster') return [];
    const part: MinutesPart = {
      sittingId: record.id,
      panel,
      startsAt,
      version: minutesVersion,
      heading: item.standing.reference,
      text: sections.map(({ text }) => withoutOthers(text, item, locked)).join('\n'),
    };
    return [{ record: caseOfItem(item.standing), event: 'receive-minutes-part', payload: part }];
  });
}

/** What a case files of a correction of its part, in which no other record of the agenda is named; null where it files none. */
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
    text: withoutOthers(text, item, locked),
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
