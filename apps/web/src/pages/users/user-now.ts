import { dateWords } from '../../date-words.js';
import { type PersonView, roleWords } from '../../people.js';

/** An account as it is now, for somebody whose form was overtaken. */
export function userNow({ name, roles, endedAt }: PersonView): { label: string; text: string }[] {
  return [
    { label: 'Name', text: name },
    { label: 'Roles', text: roleWords(roles) || 'None' },
    { label: 'Access', text: endedAt ? `Ended on ${dateWords(endedAt)}` : 'Has access' },
  ];
}
