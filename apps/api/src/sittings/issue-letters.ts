import type { IssueLettersPayload } from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Ids } from '../fields.js';
import { findLettersDue } from '../packs/letters-out.js';

/** The actions of a sitting go out, each agency's to somebody there. */
export class IssueLettersBody extends CommandBody implements IssueLettersPayload {
  @Ids(100)
  recipients: string[];
}

/** `POST /api/v1/sittings/:id/issue-letters`: a numbered letter to each whose actions are new or different, who alone is told. */
export const issueLetters = {
  ...command('sittings/issue-letters', IssueLettersBody),
  alongside: findLettersDue,
};
