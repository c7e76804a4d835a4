import { changeLeadPage } from '../../../change-lead.js';
import { themes } from '../theme.js';

/** Changes who leads it, or the day. */
export const page = changeLeadPage(themes);
