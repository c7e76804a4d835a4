import { registerList } from '../../../register.js';
import { themes } from '../theme.js';

/** Practice themes, entry by entry, the newest first. */
export const page = registerList(themes);
