import { registerList } from '../../../register.js';
import { feedback } from '../feedback.js';

/** Feedback on the service, entry by entry, the newest first. */
export const page = registerList(feedback);
