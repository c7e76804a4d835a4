import { listingFacts, reasonPage } from '../reason-page.js';

/** Puts a listing off to a day, with a reason. */
export const page = reasonPage({
  verb: 'defer-listing',
  says: 'The case stays on the list, and no sitting before the day hears it.',
  ask: 'Why is the listing deferred?',
  until: true,
  facts: listingFacts,
  done: 'The listing is deferred.',
});
