import type { Page } from './page.js';
import { page as linkPart } from './pages/incident-parts/link-part/page.js';
import { page as listParts } from './pages/incident-parts/list/page.js';
import { page as withdrawPart } from './pages/incident-parts/withdraw-part/page.js';
import { page as reportFile } from './pages/incident-report/file/page.js';
import { page as viewReport } from './pages/incident-report/view/page.js';
import { page as linkVictim } from './pages/incident-victims/link-victim/page.js';
import { page as listVictims } from './pages/incident-victims/list/page.js';
import { page as withdrawLink } from './pages/incident-victims/withdraw-link/page.js';
import { page as changeIncident } from './pages/incidents/change-incident/page.js';
import { page as listIncidents } from './pages/incidents/list/page.js';
import { page as recordIncident } from './pages/incidents/record-incident/page.js';
import { page as recordOutcome } from './pages/incidents/record-outcome/page.js';
import { page as viewIncident } from './pages/incidents/view/page.js';
import { page as withdrawIncident } from './pages/incidents/withdraw-incident/page.js';

/** The pages of incidents, their victims and their figures, by hand. */
export const incidentPages: readonly Page[] = [
  reportFile,
  viewReport,
  linkPart,
  listParts,
  withdrawPart,
  linkVictim,
  listVictims,
  withdrawLink,
  listIncidents,
  recordIncident,
  viewIncident,
  changeIncident,
  recordOutcome,
  withdrawIncident,
];
