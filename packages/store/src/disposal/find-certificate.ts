import type { Tx } from '../store.js';
import type { CertificateText } from './destroy-record.js';

/** A certificate of disposal as it is kept, and the digest of its text. */
export interface DisposalCertificate {
  said: CertificateText;
  digest: string;
}

/** The certificate of a disposal that was carried out; null where there is none that this reader may see. */
export async function findCertificate(tx: Tx, disposalId: string): Promise<DisposalCertificate | null> {
  const found = await tx.query<{ body: string; digest: string }>(
    'select body, digest from disposal_certificate where disposal_id = $1',
    [disposalId],
  );
  const [row] = found.rows;
  return row ? { said: JSON.parse(row.body) as CertificateText, digest: row.digest } : null;
}
