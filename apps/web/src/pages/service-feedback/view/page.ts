import { registerEntry } from '../../../register.js';
import { feedback } from '../feedback.js';

/** One entry, with all that was said of it. */
export const page = registerEntry(feedback);
