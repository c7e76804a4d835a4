import { roleNames, roles } from '@mase/workflow/words';

/** Every role as a box to tick; the administrator's stands apart, because nobody holds it beside another. */
export const roleBoxes = [
  ...roles.filter((role) => role !== 'administrator').map((value) => ({ value, text: roleNames[value] })),
  { divider: 'or' },
  {
    value: 'administrator',
    text: roleNames.administrator,
    hint: { text: 'Manages accounts and reads no case' },
  },
];
