import { registerEntry } from '../../../register.js';
import { calendar } from '../activity.js';

/** One entry, with all that was said of it. */
export const page = registerEntry(calendar);
