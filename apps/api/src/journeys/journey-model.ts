import {
  dateTimeWords,
  dateWords,
  type JourneyEntry,
  type JourneyModel,
  type SheetFact,
} from '@mase/documents';
import type { OpenedRecord } from '@mase/store';
import {
  type ChildCaseStanding,
  type ContentClass,
  localDate,
  type Profile,
  stateWords,
} from '@mase/workflow';
import { labelOf } from '@mase/workflow/words';
import { cautionsView } from '../child-cases/cautions-view.js';
import type { ChronologyLine } from '../child-cases/chronology-entries.js';
import { madeOf } from '../packs/provenance.js';
import { entryTitle } from '../packs/row-words.js';
import { type DayWords, entryLines } from './entry-lines.js';

/** What a journey is made of, as its reader reads it. */
export interface JourneySources {
  opened: OpenedRecord;
  entries: readonly ChronologyLine[];
  aboutMe: object | null;
  profile: Profile;
}

/** Classes of content that stand on the screen of those who read them and are never printed in a journey. */
const onScreenAlone: readonly ContentClass[] = ['disruption', 'restricted', 'caution', 'unsanitised'];

/** A journey without its head; names stand in it as they were written. */
export type JourneyContent = Omit<JourneyModel, 'head'>;

/**
 * The journey of one child through one case, for one reader: the earliest first, nothing that was marked wrong. Each entry,
 * and what is told of the child, knows what it was made of.
 */
export function journeyContent(
  sources: JourneySources,
  day: DayWords = datesIn(sources.profile.timeZone),
): JourneyContent {
  const { opened, entries, profile } = sources;
  const standing = opened.record.standing as ChildCaseStanding;
  const shown = entries.filter((one) => !one.wrong && !onScreenAlone.includes(one.class));
  const told = (fact: SheetFact) => madeOf(fact, 'About me', [standing.childId]);
  return {
    name: standing.name,
    reference: standing.reference,
    caution: cautionWords(opened, day),
    facts: facts(sources, day),
    aboutMe: sources.aboutMe ? entryLines(sources.aboutMe, day).map(told) : [],
    entries: inOrder(shown).map((one) => entryOf(one, { day, profile, names: opened.names })),
    withheld: withheldOf(sources, entries.length - shown.length),
  };
}

/** Days as dates, on the clock of an area. */
function datesIn(timeZone: string): DayWords {
  return (when) => dateWords(when, ...(when.length > 10 ? [timeZone] : []));
}

/** By when it happened, then by when it was recorded. */
export function inOrder(entries: readonly ChronologyLine[]): ChronologyLine[] {
  return [...entries].sort(
    (one, other) => one.happened.localeCompare(other.happened) || one.at.localeCompare(other.at),
  );
}

interface About {
  day: DayWords;
  profile: Profile;
  names: Record<string, string>;
}

function entryOf(line: ChronologyLine, { day, profile, names }: About): JourneyEntry {
  const { by } = line.body as { by?: string };
  const late = localDate(line.at, profile.timeZone) !== localDate(line.happened, profile.timeZone);
  const happened = day(line.happened);
  const entry: JourneyEntry = {
    happened,
    what: entryTitle(line, { day, profile }) ?? labelOf(line.kind),
    by: by ?? names[line.authorId ?? ''] ?? null,
    recorded: late ? day(line.at) : null,
    lines: entryLines(line.body, day, line.kind),
  };
  return madeOf(entry, `an entry of ${happened}`, [line.id]);
}

function facts({ opened, profile }: JourneySources, day: DayWords): SheetFact[] {
  const { record, names } = opened;
  const standing = record.standing as ChildCaseStanding;
  const { openedAt, closedAt } = standing as { openedAt?: string; closedAt?: string };
  return [
    { label: 'Where it stands', words: stateWords(record.state) },
    { label: 'Worker', words: names[standing.workerId ?? ''] ?? null },
    ...(openedAt ? [{ label: 'Opened', words: day(openedAt) }] : []),
    ...(closedAt ? [{ label: 'Closed', words: day(closedAt) }] : []),
    { label: 'As known on', words: dateTimeWords(record.at, profile.timeZone) },
  ];
}

function cautionWords(opened: OpenedRecord, day: DayWords): string | null {
  const { cautions = [] } = opened.record.standing as ChildCaseStanding;
  if (cautions.length === 0) return null;
  const heeded = cautionsView(opened).filter(({ who, whatNot }) => who && whatNot);
  if (heeded.length === 0)
    return 'A contact caution stands on this case. Send nothing to the family and call nobody before you have asked the worker or the manager of the team.';
  return heeded
    .map(
      ({ who, whatNot, until }) => `${who}: ${whatNot}${until ? ` (looked at again on ${day(until)})` : ''}`,
    )
    .join('; ');
}

function withheldOf({ opened, aboutMe }: JourneySources, left: number): string[] {
  return [
    ...(opened.classes.includes('case')
      ? []
      : ['The case file is left out: this reader’s part in the case opens the safety part alone.']),
    ...(aboutMe ? [] : ['The child’s own record is left out: it opens to the agencies that hold the case.']),
    ...(left > 0
      ? ['Entries that were marked wrong, and parts that are read on the screen alone, are left out.']
      : []),
    'Disruption actions and intelligence, if there are any, are left out: they go to their owners and those whom police name.',
  ];
}
