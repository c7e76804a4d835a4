import { englandProfile, forceKey, outcomePart } from '@mase/workflow';
import { between, dayOf, type NaiveAsked, of, phaseOf, standingOf, type Tally } from './naive-terms.js';
import type { Told, ToldBooks, ToldEntry } from './told-books.js';

/** Absences that began in the period, and how often each child was absent on all that was known. */
export function missing(books: ToldBooks, asked: NaiveAsked, tally: Tally): void {
  const byChild = new Map<string, string[]>();
  for (const one of of(books, 'missingEpisode')) {
    const { start, kind, missingFrom, police, interview, offered } = standingOf(one);
    const phase = phaseOf(one);
    if (!['absent', 'over'].includes(phase) || start > dayOf(asked.knownAt)) continue;
    const childId = one.entry.record.parentId;
    byChild.set(childId, [...(byChild.get(childId) ?? []), start]);
    if (!between(start, asked)) continue;
    tally.add('episodes', kind);
    tally.add('from', missingFrom ?? 'not-known');
    tally.add('level', police?.level ?? 'not-known');
    if (phase !== 'over') continue;
    tally.add('ended');
    tally.add('outcome', interview?.outcome ?? 'not-recorded');
    if (offered) tally.add('offered');
  }
  for (const starts of byChild.values()) {
    const lately = starts.filter((day) => between(day, asked)).length;
    const isFirst = between([...starts].sort()[0] as string, asked);
    if (lately > 0) tally.add('children');
    if (lately > 1) tally.add('childrenRepeat');
    if (isFirst) tally.add('firstTime');
    if (isFirst && starts.length === 1) tally.add('firstTimeNotAgain');
  }
}

/** Whom or what somebody linked with an incident, by what and at which place of its list. */
function linkedIn(books: ToldBooks): Map<string, string> {
  const linked = new Map<string, string>();
  const put = (one: ToldEntry, part: string, place: number | '') => {
    const key = `${one.entry.record.subjectId} ${part} ${place}`;
    const who = one.entry.record.parentId;
    if (phaseOf(one) === 'linked' && who < (linked.get(key) ?? 'z')) linked.set(key, who);
  };
  for (const one of of(books, 'incidentVictim')) put(one, 'victim', standingOf(one).victim);
  for (const one of of(books, 'incidentPart')) {
    const { part, number } = standingOf(one);
    put(one, part, part === 'place' ? '' : number);
  }
  return linked;
}

interface Named {
  incident: string;
  name: string | null;
  linked: string | undefined;
}

/** Each person or place once: whoever is linked under the name anywhere in the period, else the name. */
function countPeople(side: string, named: readonly Named[], tally: Tally): void {
  const whose = new Map<string, string>();
  for (const { name, linked } of named)
    if (name && linked && linked < (whose.get(name) ?? 'z')) whose.set(name, linked);
  const met = new Map<string, Set<string>>();
  for (const { incident, name, linked } of named) {
    const who = linked ?? (name ? (whose.get(name) ?? name) : null);
    if (!who) tally.add(`${side}Unknown`);
    else met.set(who, (met.get(who) ?? new Set()).add(incident));
  }
  for (const incidents of met.values()) {
    tally.add(side);
    if (incidents.size > 1) tally.add(`${side}Repeat`);
  }
}

/** The line of outcomes in which an incident stands: its last outcome by the day, as the force meant the code then. */
function lineOf({ force, outcomes }: Told, today: string): string {
  const last = outcomes.filter(({ on }: Told) => on <= today).at(-1);
  if (!last) return 'no-outcome';
  const meant = englandProfile.incidents.outcomes.filter(
    (one) => one.code === last.code && one.from <= last.on && (one.until ?? '9999') >= last.on,
  );
  const found =
    meant.find((one) => one.force && forceKey(one.force) === forceKey(force)) ??
    meant.find((one) => !one.force);
  return found ? outcomePart(found) : 'not-in-list';
}

/** Incidents that the police recorded in the period. */
export function incidents(books: ToldBooks, asked: NaiveAsked, tally: Tally): void {
  const linked = linkedIn(books);
  const named: Record<'victims' | 'offenders' | 'places', Named[]> = {
    victims: [],
    offenders: [],
    places: [],
  };
  for (const one of of(books, 'incident')) {
    const s = standingOf(one);
    if (phaseOf(one) === 'withdrawn' || !between(s.recorded, asked)) continue;
    tally.add('incidents', s.kind);
    tally.add('outcomes', lineOf(s, dayOf(asked.knownAt)));
    for (const [side, part] of [
      ['victims', 'victim'],
      ['offenders', 'offender'],
    ] as const)
      s[side].forEach(({ reference }: Told, index: number) => {
        const who = linked.get(`${one.id} ${part} ${index + 1}`);
        named[side].push({
          incident: one.id,
          name: reference ? `${s.force} ${reference}` : null,
          linked: who,
        });
      });
    const place = s.place?.trim().toLowerCase();
    named.places.push({ incident: one.id, name: place || null, linked: linked.get(`${one.id} place `) });
  }
  const offenders = new Map<string, boolean>();
  for (const { incident, name, linked: who } of named.offenders)
    offenders.set(incident, Boolean(offenders.get(incident) || name || who));
  for (const isKnown of offenders.values()) if (isKnown) tally.add('offenderKnown');
  for (const [side, all] of Object.entries(named)) countPeople(side, all, tally);
}
