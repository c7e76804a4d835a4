import { encode } from 'uqr';

/** The key of one-time codes as text in groups of four, and as the squares of a QR code with a border of four. */
export interface EnrolmentPicture {
  secret: string;
  size: number;
  /** An SVG path of unit squares. */
  modules: string;
}

/** The picture of an `otpauth:` address; nothing where the address is none. */
export function enrolmentPicture(uri: string): EnrolmentPicture | undefined {
  const url = URL.parse(uri);
  const secret = url?.searchParams.get('secret');
  if (url?.protocol !== 'otpauth:' || !secret || !/^[A-Z2-7]{16,64}$/.test(secret)) return undefined;
  const { data, size } = encode(uri, { border: 4 });
  const modules = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return { secret: (secret.match(/.{1,4}/g) as string[]).join(' '), size, modules };
}
