import { findNames, findRecordsById, findRows, findTitles, type MeasureFound, type Tx } from '@mase/store';
import {
  codeOf,
  lawWords,
  lengthByLaw,
  lengthFault,
  type MeasureStanding,
  type MeasureSubject,
  measureOwnerWords,
  type ProtectionStanding,
  type StoredRecord,
} from '@mase/workflow';

type Measure = StoredRecord<MeasureStanding>;

/** What a measure is on and whom it protects, as far as the reader may know it; a name that is null is kept from him or her. */
export interface MeasureAround {
  titles: Map<string, string>;
  protections: Map<string, StoredRecord<ProtectionStanding>>;
  names: { [id: string]: string };
  /** On whom a measure is, by the measure, as those who act on it are told. */
  subjects: Map<string, MeasureSubject>;
}

/** Reads what stands around measures: four statements, however many there are. */
export async function aroundMeasures(tx: Tx, measures: readonly Measure[]): Promise<MeasureAround> {
  const ids = (pick: (standing: MeasureStanding) => (string | null)[]) =>
    measures.flatMap(({ standing }) => pick(standing)).filter((id): id is string => id !== null);
  const found = await findRecordsById(
    tx,
    ids(({ protects }) => protects),
  );
  const protections = found as StoredRecord<ProtectionStanding>[];
  const children = protections.map(({ standing }) => standing.childId);
  const titles = await findTitles(tx, [
    ...ids(({ personId, locationId }) => [personId, locationId]),
    ...children,
  ]);
  const names = await findNames(
    tx,
    ids(({ ownerId }) => [ownerId]),
  );
  const rows = await findRows(tx, measures, ['measure-subject']);
  const subjects = new Map(rows.map(({ record, body }) => [record.id, body as unknown as MeasureSubject]));
  return { titles, protections: new Map(protections.map((one) => [one.id, one])), names, subjects };
}

/** Who is shown by these lines: whom the measures are on, and the children whose names are in them. */
export function personsShown(
  measures: readonly Measure[],
  { titles, protections, subjects }: MeasureAround,
): string[] {
  const shown = measures.flatMap(({ id, standing }) => [
    ...(standing.personId && (titles.has(standing.personId) || subjects.has(id)) ? [standing.personId] : []),
    ...standing.protects
      .flatMap((one) => protections.get(one)?.standing.childId ?? [])
      .filter((one) => titles.has(one)),
  ]);
  return [...new Set(shown)];
}

/** One measure as lists show it. */
export function measureLine(
  { record, nextDue, nextStep }: MeasureFound,
  { titles, protections, names, subjects }: MeasureAround,
) {
  const { id, version, state, standing } = record;
  const code = codeOf(standing);
  const { personId, locationId, ownerId } = standing;
  const seen = (one: string | null) => (one !== null && titles.has(one) ? one : null);
  return {
    id,
    version,
    state,
    code: code.code,
    title: code.title,
    statute: [code.statute, ...(code.section === '–' ? [] : [code.section])].join(', '),
    law: lawWords(code),
    aim: code.aim,
    via: code.via,
    breachIs: code.breach,
    answersFor: measureOwnerWords[code.owner],
    licensing: code.licensing === true,
    isOnPerson: personId !== null,
    isOnPlace: locationId !== null,
    personId: seen(personId),
    personName: titles.get(personId ?? '') ?? subjects.get(id)?.name ?? null,
    personBirthDate: subjects.get(id)?.birthDate ?? null,
    personLicence: subjects.get(id)?.licence ?? null,
    locationId: seen(locationId),
    locationName: titles.get(locationId ?? '') ?? null,
    protects: standing.protects.flatMap((one) => {
      const childId = protections.get(one)?.standing.childId;
      const name = childId && titles.get(childId);
      return childId && name ? [{ childId, name }] : [];
    }),
    ownerId,
    ownerName: names[ownerId ?? ''] ?? null,
    considered: standing.considered?.on ?? null,
    applied: standing.applied?.on ?? null,
    granted: standing.granted?.on ?? null,
    served: standing.served?.on ?? null,
    lastDay: standing.expiresOn,
    lengthByLaw: lengthByLaw(code),
    lengthFault: lengthFault(standing),
    variations: standing.variations,
    breaches: standing.breaches,
    ended: standing.ended,
    nextDue,
    nextStep,
  };
}
