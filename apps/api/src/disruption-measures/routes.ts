import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { measureCommands } from './bodies.js';
import { adviseCawn } from './cawn.js';
import { measureForm } from './form.js';
import { measureLists } from './lists.js';
import { viewMeasure } from './view.js';

/** Everything of measures that can be asked over HTTP. */
export function disruptionMeasureRoutes(app: FastifyInstance): void {
  registerCommands(app, measureCommands);
  measureLists(app);
  adviseCawn(app);
  measureForm(app);
  viewMeasure(app);
}
