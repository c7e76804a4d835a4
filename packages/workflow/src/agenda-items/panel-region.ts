/** What sets the panel region of one strand apart: what besides the panel takes a case off its list, and after which decisions it stays. */
export interface PanelParts<
  Ends extends object,
  Off extends string,
  Again extends string,
  Begins extends object = object,
> {
  /** Commands of the work that put the case on the list. */
  begins?: Begins;
  /** Commands of the work that end the listing with the case. */
  ends: Ends;
  /** The guard of decisions that take a case off the list, and that of all others. */
  takenOff: Off;
  listedAgain: Again;
}

/** The review that a sitting fixed was wrongly recorded: the case learns the right day. */
const reviewed = { 'receive-review-date': { actions: 'recordReviewDate' } } as const;

/** Somebody else comes for its item alone. */
const guests = { 'receive-guests': { actions: 'recordCaseGuests' } } as const;

/** The panel region of a case of any strand: not listed, listed, before the panel. Listing never stops the work. */
export function panelRegion<
  const Ends extends object,
  const Off extends string,
  const Again extends string,
  const Begins extends object = object,
>({ begins, ends, takenOff, listedAgain }: PanelParts<Ends, Off, Again, Begins>) {
  return {
    initial: 'notListed',
    states: {
      notListed: {
        on: {
          'list-for-panel': { guard: 'isListable', target: 'listed', actions: 'recordListing' },
          'leave-agenda': { actions: 'recordOffAgenda' },
          ...reviewed,
          ...(begins as Begins),
        },
      },
      listed: {
        on: {
          'withdraw-listing': { target: 'notListed', actions: 'recordWithdrawnListing' },
          'defer-listing': { actions: 'recordDeferral' },
          'join-agenda': { actions: 'recordOnAgenda' },
          'leave-agenda': { actions: 'recordOffAgenda' },
          ...guests,
          'sitting-cancelled': { actions: 'recordSittingCancelled' },
          ...reviewed,
          'open-item': { target: 'beforePanel', actions: 'recordHearing' },
          ...ends,
        },
      },
      beforePanel: {
        on: {
          ...guests,
          'record-panel-decision': [
            { guard: takenOff, target: 'notListed' },
            { guard: listedAgain, target: 'listed' },
          ],
          'return-to-list': { target: 'listed', actions: 'recordOffAgenda' },
        },
      },
    },
  } as const;
}
