import { changeLeadPage } from '../../../change-lead.js';
import { standards } from '../standard.js';

/** Changes who leads it, or the day. */
export const page = changeLeadPage(standards);
