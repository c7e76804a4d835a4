import { command } from '../command.js';
import { JoinBody } from './merge-children.js';

/** `POST /api/v1/children/:id/unmerge-children`. */
export const unmergeChildren = command('children/unmerge-children', JoinBody);
