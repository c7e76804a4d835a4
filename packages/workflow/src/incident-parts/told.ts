import { daysOfIncident } from '../incidents/linked.js';
import type { StoredRecord } from '../model.js';
import { concernsKept, type StrandCaseStanding } from '../strand-cases/standing.js';
import type { Step } from '../topic.js';
import type { IncidentPartStanding } from './standing.js';

/** The latest days on which these incidents were committed, or recorded where that is not known; oldest first. */
function incidentDays(parts: readonly StoredRecord[]): string[] {
  const days = parts
    .filter(({ kind, state }) => kind === 'incidentPart' && state === 'linked')
    .flatMap(({ standing }) => (standing as IncidentPartStanding).incident ?? [])
    .map((incident) => daysOfIncident(incident).lastOn);
  return [...new Set(days)].sort().slice(-concernsKept);
}

/** Tells cases on which days the person or place was in an incident; those that know as much are told nothing. */
export function incidentSteps(cases: readonly StoredRecord[], parts: readonly StoredRecord[]): Step[] {
  const incidents = incidentDays(parts);
  return cases
    .filter(({ kind }) => kind === 'personCase' || kind === 'locationCase')
    .filter(
      ({ standing }) => ((standing as StrandCaseStanding).counts.incidents ?? []).join() !== incidents.join(),
    )
    .map(({ kind, id }) => ({
      record: { kind, id },
      event: 'receive-counts',
      payload: { incidents },
    }));
}
