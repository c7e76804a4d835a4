import type { ListedRecord } from '@mase/store';
import {
  type IncidentPartStanding,
  type IncidentStanding,
  type IncidentVictimStanding,
  outcomeCodeOf,
  outcomeCodesOf,
  outcomeGroups,
  type Profile,
  type StoredRecord,
} from '@mase/workflow';

/** An outcome with what its code means for the force on its day. */
function outcomeLine(profile: Profile, force: string, outcome: { code: string; on: string }) {
  const meant = outcomeCodeOf(profile, force, outcome);
  return {
    ...outcome,
    label: meant?.label ?? 'Not in the list of the area',
    group: meant ? outcomeGroups[meant.group] : null,
    final: meant?.final ?? false,
  };
}

/** An incident as a list shows it. */
export function incidentLine({ record }: Pick<ListedRecord, 'record'>, profile: Profile) {
  const {
    access: _access,
    clocks: _clocks,
    outcomes,
    handling = 'P',
    withdrawn = null,
    ...facts
  } = record.standing as IncidentStanding;
  const { id, version, state } = record;
  return {
    id,
    version,
    state,
    ...facts,
    handling,
    withdrawn,
    outcomes: outcomes.map((one) => outcomeLine(profile, facts.force, one)),
  };
}

/** The children who are linked to an incident as its victims, as far as the reader sees them. */
export function victimLines(links: readonly StoredRecord[], profile: Profile) {
  return links.map((record) => victimLine(record, profile));
}

/** That a child is a victim of an incident, with what those who work with the child are told of it. */
export function victimLine({ id, version, state, standing }: StoredRecord, profile: Profile) {
  const { childId, childName, incidentId, victim, incident, withdrawn } = standing as IncidentVictimStanding;
  const outcome = incident?.outcome ? outcomeLine(profile, incident.force, incident.outcome) : null;
  return {
    id,
    version,
    state,
    childId,
    childName,
    incidentId,
    victim,
    incident: incident ? { ...incident, outcome } : null,
    withdrawn,
  };
}

/** The persons of concern and the location that are linked to incidents, each with its name as far as the reader may know it. */
export function partLines(
  parts: readonly StoredRecord[],
  titles: ReadonlyMap<string, string>,
  profile: Profile,
) {
  return parts.map(({ id, version, state, standing }) => {
    const { part, number, aboutId, incidentId, incident, withdrawn } = standing as IncidentPartStanding;
    const outcome = incident?.outcome ? outcomeLine(profile, incident.force, incident.outcome) : null;
    return {
      id,
      version,
      state,
      part,
      number,
      aboutId,
      name: titles.get(aboutId) ?? null,
      incidentId,
      incident: incident ? { ...incident, outcome } : null,
      withdrawn,
    };
  });
}

/** The codes that the force may give today. */
export function codeLines(profile: Profile, force: string, today: string) {
  return outcomeCodesOf(profile, force, today).map(({ code, label }) => ({ code, label }));
}
