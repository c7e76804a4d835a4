import { onCasePage } from '../../../on-case.js';
import { noticeTopic } from '../notice.js';

/** One statutory notice. */
export const page = onCasePage(noticeTopic);
