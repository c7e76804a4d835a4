import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';

/** A private key and the certificate that it signed for itself, as PEM. */
export interface Certificate {
  key: string;
  cert: string;
}

const element = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const sequence = (...parts: Buffer[]) => element(0x30, ...parts);
const hex = (text: string) => Buffer.from(text, 'hex');
const ecdsaWithSha256 = sequence(hex('06082a8648ce3d040302'));
const commonName = hex('0603550403');
const alternativeNames = hex('0603551d11');

const moment = (at: Date) =>
  element(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]|\..*/g, '')}Z`, 'ascii'));
const nameOf = (text: string) =>
  sequence(element(0x31, sequence(commonName, element(0x0c, Buffer.from(text)))));
const alternative = (name: string) =>
  isIP(name) ? element(0x87, Buffer.from(name.split('.').map(Number))) : element(0x82, Buffer.from(name));

/** A certificate that nobody signed but itself, for these names or addresses, valid between two moments. */
export function ownCertificate(
  names: readonly string[],
  [from, until]: [Date, Date] = [new Date(Date.now() - 3_600_000), new Date(Date.now() + 3_600_000)],
): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = nameOf('A made-up mail server');
  const extension = sequence(alternativeNames, element(0x04, sequence(...names.map(alternative))));
  const body = sequence(
    element(0xa0, element(0x02, Buffer.from([2]))),
    element(0x02, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ecdsaWithSha256,
    name,
    sequence(moment(from), moment(until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    element(0xa3, sequence(extension)),
  );
  const signature = sign('sha256', body, privateKey);
  const whole = sequence(body, ecdsaWithSha256, element(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
