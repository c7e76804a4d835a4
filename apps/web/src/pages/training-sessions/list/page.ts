import { registerList } from '../../../register.js';
import { training } from '../session.js';

/** The training log, entry by entry, the newest first. */
export const page = registerList(training);
