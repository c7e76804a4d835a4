import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { confirmGrade } from './confirm-grade.js';
import { recordReferral } from './record-referral.js';
import { viewCase } from './view.js';

/** Everything of a child's case that can be asked over HTTP. */
export function childCaseRoutes(app: FastifyInstance): void {
  registerCommands(app, [recordReferral, confirmGrade]);
  viewCase(app);
}
