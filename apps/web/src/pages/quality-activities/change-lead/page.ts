import { changeLeadPage } from '../../../change-lead.js';
import { calendar } from '../activity.js';

/** Changes who leads it, or the day. */
export const page = changeLeadPage(calendar);
