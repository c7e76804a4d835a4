import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { addItem } from './add-item.js';
import { addSubject } from './add-subject.js';
import { agreeMinutes } from './agree-minutes.js';
import { amendMinutes } from './amend-minutes.js';
import { cancelSitting } from './cancel-sitting.js';
import { changeMinutes } from './change-minutes.js';
import { viewConnections } from './connections.js';
import { correctAttendance } from './correct-attendance.js';
import { endSitting } from './end-sitting.js';
import { sittingCalendars } from './invitation.js';
import { issueLetters } from './issue-letters.js';
import { issuePapers } from './issue-papers.js';
import { listSittings } from './list.js';
import { viewMinutesParts } from './minutes-parts.js';
import { moveSitting } from './move-sitting.js';
import { openAgenda } from './open-agenda.js';
import { orderItems } from './order-items.js';
import { viewProposals } from './proposals.js';
import { recallCopy } from './recall-copy.js';
import { recordAttendance } from './record-attendance.js';
import { scheduleSitting } from './schedule-sitting.js';
import { startSitting } from './start-sitting.js';
import { undoStart } from './undo-start.js';
import { viewSitting } from './view.js';

/** Everything of sittings that can be asked over HTTP. */
export function sittingRoutes(app: FastifyInstance): void {
  registerCommands(app, [
    scheduleSitting,
    moveSitting,
    openAgenda,
    addItem,
    addSubject,
    orderItems,
    issuePapers,
    startSitting,
    undoStart,
    recordAttendance,
    correctAttendance,
    endSitting,
    issueLetters,
    recallCopy,
    changeMinutes,
    agreeMinutes,
    amendMinutes,
    cancelSitting,
  ]);
  listSittings(app);
  viewSitting(app);
  viewProposals(app);
  viewConnections(app);
  viewMinutesParts(app);
  sittingCalendars(app);
}
