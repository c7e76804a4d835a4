import { type QueueLine, queueOf, type Reader, readersOf, type StoredRecord, topicOf } from '@mase/workflow';

/** Who may read a record and in whose list it stands, as the rules say today, at the time of its last command. */
export function membersOf(record: StoredRecord): { readers: Reader[]; queue: QueueLine[] } {
  // Of a record that was disposed of nothing is left that anybody could read.
  if (record.state === 'disposed') return { readers: [], queue: [] };
  const topic = topicOf(record.kind);
  return { readers: readersOf(topic, record, record.at), queue: queueOf(topic, record) };
}
