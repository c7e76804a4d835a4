import { registerEntry } from '../../../register.js';
import { themes } from '../theme.js';

/** One entry, with all that was said of it. */
export const page = registerEntry(themes);
