import { type QueueLine, queueOf, type Reader, readersOf, type StoredRecord, topicOf } from '@mase/workflow';

/** Who may read a record and in whose list it stands, as the rules say today, at the time of its last command. */
export function membersOf(record: StoredRecord): { readers: Reader[]; queue: QueueLine[] } {
  const topic = topicOf(record.kind);
  return { readers: readersOf(topic, record, record.at), queue: queueOf(topic, record) };
}
