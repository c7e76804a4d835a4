export const hostingParts = ['host', 'placing'] as const;
/** Whether this area hosts a child whom another placed here, or has placed the child in another. */
export type HostingPart = (typeof hostingParts)[number];

/** The other area of a looked-after child placed elsewhere: the placing area keeps the case and owns the interview clock. */
export interface Hosting {
  as: HostingPart;
  /** The other area, by the name under which it is known. */
  area: string;
  /** Its own reference of the child’s case, by which the two records are linked. */
  reference: string | null;
  since: string;
  /** Whose the clock of the return home interview is, wherever the child goes missing: the placing area’s. Absent in earlier entries. */
  interviews?: 'this-area' | 'other-area';
  /** When the other area was last told an outcome, and when it last told one. */
  toldAt: string | null;
  heardAt: string | null;
}

export interface RecordPlacementAreaPayload {
  as: HostingPart;
  area: string;
  /** Who answers for the child there, by name, and how to reach him or her. */
  contact: string;
  reference?: string;
  /** The first day of the placement. */
  since: string;
  /** What the notification of the placement says. */
  notification?: string;
}

/** Of a child placed here, what a referral says at once: the placing area, who answers there, and since when. */
export type HostedPayload = Pick<RecordPlacementAreaPayload, 'area' | 'contact' | 'reference' | 'since'>;

export const exchangeDirections = ['told', 'heard'] as const;
/** Which way news went between the two areas. */
export type ExchangeDirection = (typeof exchangeDirections)[number];

export interface RecordAreaExchangePayload {
  direction: ExchangeDirection;
  /** Whom in the other area. */
  person: string;
  how: string;
  what: string;
}
