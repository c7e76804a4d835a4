import { onCasePage } from '../../../on-case.js';
import { requestTopic } from '../information-request.js';

/** One request for information. */
export const page = onCasePage(requestTopic);
