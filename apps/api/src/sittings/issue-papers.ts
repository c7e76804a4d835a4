import type { IssuePapersPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Ids } from '../fields.js';
import { findConcerned } from '../packs/papers-due.js';

/** The papers go out, to whom. */
export class IssuePapersBody extends CommandBody implements IssuePapersPayload {
  @Ids(100)
  recipients: string[];
}

/** `POST /api/v1/sittings/:id/issue-papers`: copies for those whose papers are new or different, who alone are told. */
export const issuePapers = {
  ...command('sittings/issue-papers', IssuePapersBody),
  alongside: findConcerned,
};
