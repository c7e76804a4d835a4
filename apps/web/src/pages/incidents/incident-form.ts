import { enter, enterDate, type Fields, select } from '../../error-words.js';
import { handledFields, handledTyped } from '../../handled.js';
import type { Visit } from '../../visit.js';
import { type IncidentView, kindOptions } from './incident.js';

/** The fields that say what is known of an incident. */
export const incidentFields: Fields = {
  kind: select('whether it is a crime'),
  offence: enter('the offence or type'),
  committed: enterDate('the day it was committed'),
  committedTo: enterDate('the last day it was committed'),
  recorded: enterDate('the day the police recorded it'),
  place: enter('the place'),
  victims: enter('the victims'),
  offenders: enter('the offenders'),
  ...handledFields,
};

/** What the form offers to choose from. */
export const incidentModel = { kinds: kindOptions };

/** People as they are typed: one a line by the police's number; `not known` for each whom nobody knows. */
function parties(text: string | undefined): { reference?: string }[] {
  const lines = (text ?? '').split(/[\n,;]/).map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => (/^(not known|unknown|\?)$/i.test(line) ? {} : { reference: line }));
}

/** The facts as they were typed, as a command's body. */
export function factsTyped(visit: Visit): object {
  return {
    kind: visit.typed('kind'),
    offence: visit.typed('offence'),
    committed: visit.typedDate('committed'),
    committedTo: visit.typedDate('committedTo'),
    recorded: visit.typedDate('recorded'),
    place: visit.typed('place'),
    victims: parties(visit.typed('victims')),
    offenders: parties(visit.typed('offenders')),
    ...handledTyped(visit),
  };
}

const linesOf = (all: IncidentView['victims']) =>
  all.map(({ reference }) => reference ?? 'not known').join('\n');

function dateValues(name: string, day: string | null): Record<string, string> {
  const [year = '', month = '', date = ''] = (day ?? '').split('-');
  return day ? { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year } : {};
}

/** What is known already, as the form begins with it. */
export function incidentValues(one: IncidentView): Record<string, string | string[]> {
  return {
    kind: one.kind,
    offence: one.offence,
    place: one.place ?? '',
    victims: linesOf(one.victims),
    offenders: linesOf(one.offenders),
    handling: one.handling,
    readers: one.readers ?? [],
    ...dateValues('committed', one.committed),
    ...dateValues('committedTo', one.committedTo),
    ...dateValues('recorded', one.recorded),
  };
}

/** A fault of one of the victims or offenders stands at the field with all of them. */
export const incidentPlace = (pointer: string): string | undefined => pointer.split('/')[1];
