import type { Layout } from '../csv/layout.js';

/** The header file of an SSDA903 return: one row a child. */
export const HEADER_LAYOUT = {
  name: 'SSDA903 header',
  columns: ['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN', 'MOTHER', 'MC_DOB'],
} as const satisfies Layout;

/** The episodes file of an SSDA903 return: one row an episode of care. */
export const EPISODES_LAYOUT = {
  name: 'SSDA903 episodes',
  columns: [
    'CHILD',
    'DECOM',
    'RNE',
    'LS',
    'CIN',
    'PLACE',
    'PLACE_PROVIDER',
    'DEC',
    'REC',
    'REASON_PLACE_CHANGE',
    'HOME_POST',
    'PL_POST',
    'URN',
  ],
} as const satisfies Layout;

/** The missing file of an SSDA903 return: one row a missing episode. */
export const MISSING_LAYOUT = {
  name: 'SSDA903 missing',
  columns: ['CHILD', 'DOB', 'MISSING', 'MIS_START', 'MIS_END'],
} as const satisfies Layout;

/** The layouts that are told apart when a file is given in another's place. */
export const SSDA903_LAYOUTS: readonly Layout[] = [HEADER_LAYOUT, EPISODES_LAYOUT, MISSING_LAYOUT];
