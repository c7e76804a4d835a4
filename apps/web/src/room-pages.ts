import type { Page } from './page.js';
import { page as confirmConnection } from './pages/agenda-items/confirm-connection/page.js';
import { page as correctEntry } from './pages/agenda-items/correct-entry/page.js';
import { page as declareItemConnection } from './pages/agenda-items/declare-item-connection/page.js';
import { page as dismissConnection } from './pages/agenda-items/dismiss-connection/page.js';
import { page as itemInvitation } from './pages/agenda-items/invitation/page.js';
import { page as ratifyDecision } from './pages/agenda-items/ratify-decision/page.js';
import { page as recordNote } from './pages/agenda-items/record-note/page.js';
import { page as takeOffAgenda } from './pages/agenda-items/take-off-agenda/page.js';
import { page as withdrawItemConnection } from './pages/agenda-items/withdraw-item-connection/page.js';
import { page as actionLog } from './pages/sittings/action-log/page.js';
import { page as connections } from './pages/sittings/connections/page.js';
import { page as minutesParts } from './pages/sittings/minutes-parts/page.js';

/** The pages beside the screen of a sitting in session: notes, connections, what lacked a quorum, the action log, and what the minutes file, by hand. */
export const roomPages: readonly Page[] = [
  connections,
  declareItemConnection,
  confirmConnection,
  dismissConnection,
  withdrawItemConnection,
  ratifyDecision,
  recordNote,
  correctEntry,
  itemInvitation,
  takeOffAgenda,
  actionLog,
  minutesParts,
];
