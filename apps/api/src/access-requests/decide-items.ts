import {
  type DecideItemsPayload,
  exemptionCodes,
  type ItemDecided,
  type ItemDecision,
  itemDecisions,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { OneOf, Optional, Parts, Text, Truth, Whole } from '../fields.js';

const longestText = 1_000_000;

/** A part of an item that is blacked out: from one character up to another. */
export class SpanBody {
  @Whole(0, longestText)
  from: number;

  @Whole(1, longestText)
  to: number;
}

/** What is decided of one item of the bundle. */
export class ItemDecidedBody implements ItemDecided {
  @Text(60)
  id: string;

  @OneOf(itemDecisions)
  decision: ItemDecision;

  @Optional()
  @OneOf(exemptionCodes)
  exemption?: string;

  @Optional()
  @Parts(() => SpanBody, 200)
  spans?: SpanBody[];

  /** What stands in the place of the item’s own words. */
  @Optional()
  @Text(20_000)
  replacement?: string;

  /** Not a word of it is said, as that would confirm what must not be confirmed. */
  @Optional()
  @Truth()
  unsaid?: boolean;

  @Optional()
  @Text(2000)
  why?: string;
}

/** Decisions on some items, each once. */
export class DecideItemsBody extends CommandBody implements DecideItemsPayload {
  @Parts(() => ItemDecidedBody, 200, 1)
  items: ItemDecidedBody[];
}

/** `POST /api/v1/access-requests/:id/decide-items`. */
export const decideItems = command('access-requests/decide-items', DecideItemsBody);
