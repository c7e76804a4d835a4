import { codeOf, type ProtectionStanding, type StoredRecord } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerView } from '../record-view.js';
import { writtenView } from '../written-view.js';

/** That a measure protects a child, as those know it who work with the child; on whom it is stays untold. */
export function protectionLine({ id, version, state, standing }: StoredRecord) {
  const { childId, code, since, expiresOn, withoutGround = false, ended } = standing as ProtectionStanding;
  const { title, breach } = codeOf({ code });
  const told = { since, lastDay: expiresOn, withoutGround, ended };
  return { id, version, state, childId, code, title, breachIs: breach, ...told };
}

/** `GET /api/v1/protections/:id`: what a measure asks, for the safety of the child. */
export function protectionRoutes(app: FastifyInstance): void {
  registerView(app, {
    kind: 'protection',
    schema: 'ProtectionView',
    summary: 'What a measure is to a child whom it protects',
    show: ({ record, written, names }) => ({
      ...protectionLine(record),
      written: writtenView(written),
      names,
    }),
    persons: ({ record }) => [(record.standing as ProtectionStanding).childId],
  });
}
