import { registerEntry } from '../../../register.js';
import { standards } from '../standard.js';

/** One entry, with all that was said of it. */
export const page = registerEntry(standards);
