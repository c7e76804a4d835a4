import type { AgendaItemStanding } from '../agenda-items/standing.js';
import { unidentified } from '../child-cases/record-referral.js';
import type { ChildStanding } from '../children/standing.js';
import type { StoredRecord } from '../model.js';
import { namesOfRecord, type StrandRecordStanding } from '../strand-records/standing.js';
import { isNobodyAlone, isWord, type NamesOfOther } from './names-of-others.js';

type Item = StoredRecord<AgendaItemStanding>;

/** Another record of the agenda: by what it may be named, what is put in its place, and which of its names are shared. */
export interface OtherOnAgenda {
  names: NamesOfOther;
  instead: string;
  /** Names that are those of whom or what the text is about, too: they stay, whoever is meant. */
  shared: readonly string[];
}

const wordsOf = (name: string) => name.split(/[\s,]+/).filter(Boolean);

/** The names of whom or what an item is about: as the agenda has it, and as the record behind the case has it, aliases among them. */
function calledOf({ standing }: Item, known: readonly StoredRecord[]): string[] {
  const { name, caseKind, childId, aboutId } = standing;
  const behind = known.find(({ id }) => id === (caseKind ? aboutId : childId))?.standing;
  if (!caseKind) {
    const child = behind as ChildStanding | undefined;
    return [name, child?.name ?? '', child?.chosenName ?? ''].filter((one) => one && one !== unidentified);
  }
  const about = behind as StrandRecordStanding | undefined;
  const nicknames = about?.identifiers.flatMap(({ kind, value }) => (kind === 'nickname' ? [value] : []));
  return [name, ...(about ? namesOfRecord(about) : []), ...(nicknames ?? [])].filter(Boolean);
}

/** By what a record of the agenda may be named in a text: a child or a person by each of its names, a place by the whole of its. */
function namesOf(item: Item, known: readonly StoredRecord[]): NamesOfOther {
  const { reference, caseKind } = item.standing;
  const called = calledOf(item, known).filter((name) => name !== reference);
  const isPerson = caseKind === 'personCase';
  // Of "man with a red car" nothing is a name but the whole.
  const parts = called.flatMap(wordsOf).filter((part) => !isPerson || /^\p{Lu}/u.test(part));
  return {
    whole: [reference, ...called.filter((name) => !isWord(name))].filter(Boolean),
    parts: caseKind && !isPerson ? [] : parts,
  };
}

const standIn = { personCase: '[another person]', locationCase: '[another place]', cluster: '[a cluster]' };

/**
 * The other records of an agenda with the names by which a text about one item may name them, without those that are the
 * item's own. `known` are the items, and the children, persons and places behind them as far as they may be used. Of an
 * item that is closed there is none: a name that is replaced would tell that it was heard.
 */
export function othersOnAgenda(about: Item, known: readonly StoredRecord[]): OtherOnAgenda[] {
  const own = namesOf(about, known);
  const kept = new Set([...own.whole, ...own.parts].map((name) => name.toLowerCase()));
  const isOther = (name: string) => !kept.has(name.toLowerCase());
  const items = known.filter(({ kind }) => kind === 'agendaItem') as Item[];
  // The title of a theme names nobody: its words stay.
  const others = items.filter(
    ({ id, standing }) => id !== about.id && !standing.subject && !standing.access?.closed,
  );
  return others.map((other) => {
    const { caseKind } = other.standing;
    const { whole, parts } = namesOf(other, known);
    return {
      names: { whole: whole.filter(isOther), parts: parts.filter(isOther) },
      instead: caseKind ? standIn[caseKind] : '[another child]',
      shared: [...whole, ...parts].filter((name) => !isOther(name) && !isNobodyAlone(name)),
    };
  });
}
