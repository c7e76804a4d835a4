import { listingFacts, reasonPage } from '../reason-page.js';

/** Takes a case off the panel's list, with a reason. */
export const page = reasonPage({
  verb: 'withdraw-listing',
  says: 'The case comes off the panel’s list. Work on it goes on.',
  ask: 'Why is the listing withdrawn?',
  facts: listingFacts,
  done: 'The listing is withdrawn.',
});
