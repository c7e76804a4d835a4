import { labelOf, type Role, roleNames } from '@mase/workflow/words';
import { areaWords } from '../../area-words.js';

const concernWords: Record<string, string> = {
  sexual: 'Sexual exploitation',
  criminal: 'Criminal exploitation',
  trafficking: 'Trafficking',
  gang: 'Gang or group',
  online: 'Online',
  'harmful-behaviour': 'Harmful sexual behaviour',
};

/** How certain harm is, in words. */
export const certaintyWords: Record<string, string> = {
  'none-known': 'none known',
  suspected: 'suspected',
  confirmed: 'confirmed',
};

const timeWords: Record<string, string> = {
  current: 'now',
  'within-12-months': 'within the last 12 months',
  earlier: 'longer ago',
};

const outcomeWords: Record<string, string> = {
  'risk-assessment': 'Risk assessment',
  'section-47-and-risk-assessment': 'Section 47 enquiry and risk assessment',
  'early-help': 'Early help',
  'no-further-action': 'No further action',
  'other-area': 'Passed to another area',
  joined: 'Joined to the open case',
  relisted: 'Earlier case taken up again',
  'section-47': 'Section 47 enquiry',
  'no-section-47': 'No section 47 enquiry',
  'threshold-not-met': 'The threshold is not met',
};

/** A kind of exploitation as a person reads it. */
export function concernOf(code: string): string {
  return concernWords[code] ?? labelOf(code);
}

/** Harm of one kind as a person reads it: "Online: suspected, now". */
export function harmOf(kind: string, { certainty, time }: { certainty: string; time: string }): string {
  const sure = certaintyWords[certainty] ?? certainty;
  return `${concernOf(kind)}: ${sure}${certainty === 'none-known' ? '' : `, ${timeWords[time] ?? time}`}`;
}

/** The outcome of triage or of a strategy discussion as a person reads it. */
export function outcomeOf(code: string): string {
  return outcomeWords[code] ?? labelOf(code);
}

const pathways: Record<string, string> = {
  referred: 'Referred, and an answer is awaited',
  accepted: 'Accepted by an adult service',
  'not-eligible': 'Not eligible for an adult service',
  declined: 'The young person does not want it',
  'not-needed': 'No adult service is needed',
};

/** Where the adult pathway stands, as a person reads it. */
export function pathwayWords(code: string): string {
  return pathways[code] ?? labelOf(code);
}

/** A grade's name in the area's words. */
export function gradeName(grade: string): string {
  return areaWords().grades[grade] ?? labelOf(grade);
}

/** Who a clock waits for, from its principal: "the duty manager", or a name where it is a person's. */
export function whoOf(principal: string, names: Record<string, string> = {}, me?: string): string {
  const [kind = '', id = '', role = ''] = principal.split(':');
  if (kind === 'user') return names[id] && names[id] === me ? 'you' : (names[id] ?? 'the allocated worker');
  const name = (one: string): string => (roleNames[one as Role] ?? labelOf(one)).toLowerCase();
  if (kind === 'role') return `the ${name(id)}`;
  if (kind === 'team') return `the ${name(role)} of the team holding the case`;
  return labelOf(id);
}
