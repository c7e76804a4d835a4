import { onCasePage } from '../../../on-case.js';
import { challengeTopic } from '../challenge.js';

/** One challenge, with what was said at each stage. */
export const page = onCasePage(challengeTopic);
