import type { AccessRequestStanding } from '@mase/workflow';

const requesters: { [kind: string]: string } = {
  child: 'the child',
  parent: 'parent with parental responsibility',
  representative: 'representative with written authority',
  advocate: 'advocate',
  solicitor: 'solicitor',
};

/** Who asks, in words. */
export function requesterWords({ requester }: AccessRequestStanding): { name: string; as: string } {
  return { name: requester?.name ?? 'Not recorded', as: requesters[requester?.kind ?? ''] ?? 'Not recorded' };
}

/**
 * What stands in every answer, word for word, whether much is given or nothing: a reader cannot tell from it whether
 * anything is kept of which nothing may be said.
 */
export const inEveryAnswer: readonly string[] = [
  'This answer covers what we may say that we hold. Whether we hold anything else we neither confirm nor deny; this sentence stands in every answer that we give.',
  'You may ask us to correct or erase what is wrong, or to use it less. You may object to our using it.',
  'What we hold about children comes from the agencies of the partnership. We use it to protect children (UK GDPR Articles 6(1)(e) and 9(2)(g), Data Protection Act 2018 Schedule 1 paragraph 18), share it with those agencies, and keep it for as long as our table of retention says.',
  'You may ask us to look at this answer again, complain to the Information Commissioner, or go to court.',
];
