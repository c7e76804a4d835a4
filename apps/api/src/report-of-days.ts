import { writeCsv } from '@mase/exchange';
import { daysBetween, type Role } from '@mase/workflow';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answersOf } from './description/answers.js';
import { Day, OneOf, Optional } from './fields.js';
import { type FileFormat, Format } from './page.js';
import { invalid, notPermitted } from './problem.js';

/** Of which days a report is, both included. */
export class DaysQuery {
  @Day()
  from: string;

  @Day()
  to: string;
}

/** Of which days a report is, and whether it is wanted as a file. */
export class DaysFileQuery extends DaysQuery {
  @Format()
  format?: FileFormat;
}

/** Of which days figures are, up to which day it is known what came after, and whether they leave the partnership. */
export class FiguresQuery extends DaysQuery {
  @Optional()
  @Day()
  asAt?: string;

  /** Outside the partnership small numbers are kept back. */
  @Optional()
  @OneOf(['partnership', 'outside'])
  for?: 'partnership' | 'outside';
}

const otherDays = (detail: string) =>
  invalid('Give other days.', [{ pointer: '/to', code: 'period', detail }]);

/** Figures are of so many years at most. */
export const mostYears = { years: 10 };

/** Refuses (400) days of which the last lies before the first, or that are more than so many days or years. */
export function demandDays(
  { from, to }: DaysQuery,
  { days = Number.POSITIVE_INFINITY, years = Number.POSITIVE_INFINITY } = {},
): void {
  if (to < from) throw otherDays('It lies before the first day.');
  if (daysBetween(from, to) >= days) throw otherDays(`A report is of ${days} days at most.`);
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > years)
    throw otherDays(`A report is of ${years} years at most.`);
}

/** Refuses (403) everybody in none of these roles; `words` say who they are. */
export function demandRole({ actor }: FastifyRequest, roles: readonly Role[], words: string): void {
  if (!roles.some((role) => actor.roles.includes(role))) throw notPermitted(words);
}

/** What a report answers whose form is a file. */
export const fileAnswers = (description: string) => ({
  200: { type: 'null', description },
  ...answersOf(400, 401, 403, 503),
});

/** Rows as the text of a CSV file, with formulas made inert. */
export async function csvText(...[columns, rows]: Parameters<typeof writeCsv>): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of writeCsv(columns, rows)) pieces.push(piece);
  return pieces.join('');
}

/** Sends the text of a CSV file of this name. */
export function sendCsv(reply: FastifyReply, name: string, text: string): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(text);
}
