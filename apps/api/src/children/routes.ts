import type { FastifyInstance } from 'fastify';
import { viewCarriers } from '../child-cases/carriers.js';
import { registerCommands } from '../command.js';
import { changeCarer } from './change-carer.js';
import { viewChild } from './child-view.js';
import { decideMerge } from './decide-merge.js';
import { endCarer } from './end-carer.js';
import { identify } from './identify.js';
import { listChildren } from './list.js';
import { mergeChildren } from './merge-children.js';
import { moveCase } from './move-case.js';
import { viewChildMatches } from './possible-matches.js';
import { recordAboutMe } from './record-about-me.js';
import { recordBreachDecision } from './record-breach-decision.js';
import { recordCarer } from './record-carer.js';
import { recordChild } from './record-child.js';
import { recordSocialCareReferral } from './record-social-care-referral.js';
import { recordStatus } from './record-status.js';
import { recordStatusLine } from './record-status-line.js';
import { searchChildren } from './search.js';
import { unmergeChildren } from './unmerge-children.js';
import { withdrawEntry } from './withdraw-entry.js';
import { withdrawIdentification } from './withdraw-identification.js';

/** Everything of children on the books that can be asked over HTTP. */
export function childRoutes(app: FastifyInstance): void {
  registerCommands(app, [
    recordChild,
    recordStatus,
    recordSocialCareReferral,
    recordAboutMe,
    recordCarer,
    changeCarer,
    endCarer,
    recordStatusLine,
    identify,
    withdrawIdentification,
    mergeChildren,
    unmergeChildren,
    decideMerge,
    withdrawEntry,
    recordBreachDecision,
    moveCase,
  ]);
  viewCarriers(app, 'children');
  viewChildMatches(app);
  listChildren(app);
  searchChildren(app);
  viewChild(app);
}
