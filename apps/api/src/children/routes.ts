import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { registerView } from '../record-view.js';
import { childView } from './child-view.js';
import { decideMerge } from './decide-merge.js';
import { identify } from './identify.js';
import { listChildren } from './list.js';
import { mergeChildren } from './merge-children.js';
import { viewChildMatches } from './possible-matches.js';
import { recordAboutMe } from './record-about-me.js';
import { recordCarer } from './record-carer.js';
import { recordChild } from './record-child.js';
import { recordStatus } from './record-status.js';
import { recordStatusLine } from './record-status-line.js';
import { searchChildren } from './search.js';
import { unmergeChildren } from './unmerge-children.js';
import { withdrawIdentification } from './withdraw-identification.js';

/** Everything of children on the books that can be asked over HTTP. */
export function childRoutes(app: FastifyInstance): void {
  registerCommands(app, [
    recordChild,
    recordStatus,
    recordAboutMe,
    recordCarer,
    recordStatusLine,
    identify,
    withdrawIdentification,
    mergeChildren,
    unmergeChildren,
    decideMerge,
  ]);
  viewChildMatches(app);
  listChildren(app);
  searchChildren(app);
  registerView(app, {
    kind: 'child',
    schema: 'ChildView',
    summary: 'One child on the books',
    show: childView,
    persons: ({ record }) => [record.id],
  });
}
