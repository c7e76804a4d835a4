import type { ActionRow } from './action-group.js';
import type { DocumentHead, SittingWords } from './document-head.js';

/** The letter that gives one agency its actions from one sitting. */
export interface ActionLetterModel {
  head: DocumentHead;
  sitting: SittingWords;
  /** "Dear colleague". */
  salutation: string;
  /** Paragraphs before the actions. */
  opening: string[];
  /** The agency's own actions and no other's. */
  actions: ActionRow[];
  /** By when and how to accept or decline. */
  answerBy: string;
  /** Paragraphs after the actions. */
  closing: string[];
  /** Name, role and how to reach them. */
  signatory: string[];
}
