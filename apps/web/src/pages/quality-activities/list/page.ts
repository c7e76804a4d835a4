import { registerList } from '../../../register.js';
import { calendar } from '../activity.js';

/** The quality calendar, entry by entry, the newest first. */
export const page = registerList(calendar);
