import { createReadStream } from 'node:fs';
import { readIncidents } from '@mase/exchange';
import { policeOfIncidents } from '@mase/workflow';
import type { ImportKind } from './import-kind.js';
import { incidentRequests } from './incident-requests.js';

/** A file of incidents: police crimes and non-crimes with the marker of child sexual exploitation. */
export const incidentsImport: ImportKind = {
  name: 'incidents',
  summary: 'Take a file of incidents',
  description: 'A form of file (CSV, at most 50 MB; docs/import-formats.md names its columns)',
  parts: ['file'],
  megabytes: 50,
  roles: policeOfIncidents,
  who: 'the police desk or an intelligence officer',
  fieldOf: {
    force: 'FORCE',
    reference: 'REFERENCE',
    kind: 'KIND',
    offence: 'OFFENCE',
    recorded: 'RECORDED',
    happened: 'RECORDED',
    committed: 'COMMITTED',
    committedTo: 'COMMITTED_TO',
    place: 'PLACE',
    victims: 'VICTIMS',
    offenders: 'OFFENDERS',
    outcome: 'OUTCOME',
    code: 'OUTCOME',
    on: 'OUTCOME_DATE',
  },
  lost: {
    field: 'REFERENCE',
    reason: 'The incident was not recorded, for the reason given with its first row.',
  },

  /** Reads the first row. */
  async check({ file }) {
    if (!file) return;
    const readings = readIncidents(createReadStream(file.path), file.name);
    await readings.next();
    await readings.return(undefined);
  },

  async *requests(importer, { files: { file } }, tally) {
    if (!file) return;
    yield* incidentRequests(readIncidents(createReadStream(file.path), file.name), { importer, tally });
  },
};
