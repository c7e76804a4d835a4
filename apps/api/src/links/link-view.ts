import { type DatedRow, findTitles, type Tx } from '@mase/store';
import {
  type ContentClass,
  gradeWords,
  isRecord,
  type LinkEnd,
  type LinkStanding,
  linkKinds,
  nodeOf,
  recordsJoined,
  type StoredRecord,
  shownIdentifier,
} from '@mase/workflow';

/** Either end of a link as it is shown: a record by the name that this reader may know, or an identifier. */
export interface EndView {
  kind: string;
  id: string | null;
  /** Null where the reader may not know the name. */
  name: string | null;
  node: string;
}

/** An end of a link, or another node of the network, with the titles that this reader may see. */
export function endView(end: LinkEnd, titles: ReadonlyMap<string, string>): EndView {
  const node = nodeOf(end);
  return isRecord(end)
    ? { kind: end.kind, id: end.id, name: titles.get(end.id) ?? null, node }
    : { kind: end.kind, id: null, name: shownIdentifier(end), node };
}

/** The titles of the records that links join, as far as this reader sees these. */
export function titlesOfEnds(tx: Tx, records: readonly StoredRecord[]): Promise<Map<string, string>> {
  return findTitles(
    tx,
    records.flatMap(({ standing }) => recordsJoined(standing as LinkStanding)),
  );
}

/**
 * A link as lists and its own page show it. Whoever reads no more than what workers are told learns which two are linked,
 * how, and since when; the source and who recorded it are for the desk and those who oversee.
 */
export function linkLine(
  record: StoredRecord,
  classes: readonly ContentClass[],
  titles: ReadonlyMap<string, string>,
) {
  const { kind, from, to, firstOn, lastOn, source, sourceRecord, grade, told, recorded, ended, clocks } =
    record.standing as LinkStanding;
  const whole = classes.includes('case');
  const due = (rule: string) => clocks.find((clock) => clock.rule === rule)?.due ?? null;
  return {
    ...{ id: record.id, version: record.version, state: record.state },
    ...{ kind, words: linkKinds[kind].words, firstOn, lastOn, told, ended },
    from: endView(from, titles),
    to: endView(to, titles),
    graded: grade !== null,
    grade: grade && whole ? { ...grade, words: gradeWords(grade) } : null,
    ...(whole
      ? {
          source,
          sourceRecord: sourceRecord ? { kind: sourceRecord.kind, id: sourceRecord.id } : null,
          recordedAt: recorded?.at ?? null,
          reviewDue: due('link-review') ?? due('link-grading'),
        }
      : { source: null, sourceRecord: null, recordedAt: null, reviewDue: null }),
  };
}

/** What workers of a linked child are told: the latest words that police gave. */
export function toldWords(written: readonly DatedRow[]): string | null {
  const row = written.find(({ kind }) => kind === 'link-told');
  return row ? ((row.body as { words?: string }).words ?? null) : null;
}
