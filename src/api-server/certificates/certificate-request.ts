import { createPublicKey, verify } from 'node:crypto';
import { derValues } from './der.ts';
import type { DerValue } from './der.ts';

const sequence = 0x30;
const integer = 0x02;
const bitString = 0x03;

/** Object identifiers of signatures, as they stand in the encoding, and the hash that each signs. */
const hashes: Readonly<Record<string, string | null>> = {
  '2a864886f70d010105': 'sha1',
  '2a864886f70d01010b': 'sha256',
  '2a864886f70d01010c': 'sha384',
  '2a864886f70d01010d': 'sha512',
  '2a8648ce3d040302': 'sha256',
  '2a8648ce3d040303': 'sha384',
  '2a8648ce3d040304': 'sha512',
  '2b6570': null,
};

/** What is wrong with a PKCS #10 certificate request: its form, or a signature that is not of its own key. */
export function certificateRequestProblem(bytes: Buffer): string | undefined {
  const parts = members(derValues(bytes), sequence);
  const [info, algorithm, signature] = parts ?? [];
  const identifier = algorithm?.tag === sequence ? derValues(algorithm.content)?.[0] : undefined;
  if (parts?.length !== 3 || identifier === undefined || signature?.tag !== bitString)
    return 'is no certificate request';
  const [version, subject, key] = members(info === undefined ? undefined : [info], sequence) ?? [];
  if (version?.tag !== integer || subject?.tag !== sequence || key?.tag !== sequence)
    return 'is no certificate request';
  const hash = hashes[identifier.content.toString('hex')];
  // Another algorithm, RSA-PSS say: not judged.
  if (hash === undefined || info === undefined) return undefined;
  return isSigned(info, key, signature, hash) ? undefined : 'is not signed with its own key';
}

function isSigned(info: DerValue, key: DerValue, signature: DerValue, hash: string | null): boolean {
  try {
    const publicKey = createPublicKey({ key: key.whole, format: 'der', type: 'spki' });
    // The first byte counts the unused bits: always 0 here.
    return verify(hash, info.whole, publicKey, signature.content.subarray(1));
  } catch {
    return false;
  }
}

/** Of the one value that stands there. */
function members(values: readonly DerValue[] | undefined, tag: number): readonly DerValue[] | undefined {
  const [only, ...more] = values ?? [];
  return only === undefined || more.length > 0 || only.tag !== tag ? undefined : derValues(only.content);
}
