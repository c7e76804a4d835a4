import { registerList } from '../../../register.js';
import { standards } from '../standard.js';

/** Standards, entry by entry, the newest first. */
export const page = registerList(standards);
