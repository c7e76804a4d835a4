import type { attendanceKinds } from '@mase/workflow/words';

/** As what somebody attends, and whether he or she counts. */
export const attendsAs = [
  { value: '', text: 'Attends as' },
  { value: 'member', text: 'Member of the panel: counts towards the quorum' },
  { value: 'substitute', text: 'Substitute, in the place of a member: counts' },
  { value: 'presenter', text: 'Presenter or guest: speaks and does not count' },
  { value: 'observer', text: 'Observer: listens and does not count' },
];
/** What each choice of attendance means. */
export const attendanceMeanings: { [code in (typeof attendanceKinds)[number]]: string } = {
  present: 'Here',
  left: 'Was here and has left',
  apologies: 'Sent apologies, and no written update',
  'apologies-with-update': 'Sent apologies and a written update',
  absent: 'Not here, and sent no word',
};
