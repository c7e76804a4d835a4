import type { OpenedRecord } from '@mase/store';
import { type Allowed, allowedNow, blankRecord, mayBeginOn, type RecordKind, topicOf } from '@mase/workflow';
import type { Asking } from './view.js';

/**
 * Kinds of record that are begun on a record of a kind: they hang on it or name it, and the way to begin one stands on its
 * page. What is begun from a list, from a search or by the system is none of these.
 */
export const begunOn: { readonly [kind in RecordKind]?: readonly RecordKind[] } = {
  childCase: [
    'planAction',
    'informationRequest',
    'challenge',
    'notice',
    'serviceEpisode',
    'intelligence',
    'caseAudit',
  ],
  child: ['missingEpisode', 'incidentVictim', 'link'],
  person: ['intelligence', 'link'],
  location: ['intelligence', 'link'],
  personCase: ['disruptionMeasure'],
  locationCase: ['disruptionMeasure'],
};

/**
 * What may be begun on a record now by this reader: commands that make another record, with what is missing for each, as
 * far as the record's own chart takes part in them now: no action is given on a closed case.
 * Nothing is begun on a record that was joined with another: that one stands for both.
 */
export function beginsOf({ record }: Pick<OpenedRecord, 'record'>, asking: Asking): Allowed[] {
  const { joinedWith } = record.standing as { joinedWith?: string | null };
  if (joinedWith) return [];
  const about = { profile: asking.profile, actor: asking.actor, at: asking.now };
  return (begunOn[record.kind] ?? []).flatMap((kind) => {
    const topic = topicOf(kind);
    const blank = blankRecord(topic, { record: { kind, id: record.id }, parentId: record.id }, asking.now);
    return allowedNow(topic, blank, { ...about, locked: [record] }).filter(({ command }) => {
      const verb = command.split('/')[1] ?? '';
      return topic.commands[verb]?.creates && mayBeginOn(record, verb, about);
    });
  });
}
