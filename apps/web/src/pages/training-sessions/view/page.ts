import { registerEntry } from '../../../register.js';
import { training } from '../session.js';

/** One entry, with all that was said of it. */
export const page = registerEntry(training);
