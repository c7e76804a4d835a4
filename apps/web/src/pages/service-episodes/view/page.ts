import { onCasePage } from '../../../on-case.js';
import { serviceTopic } from '../service.js';

/** One service to a child. */
export const page = onCasePage(serviceTopic);
