import { describe, expect, test } from 'vitest';
import { certificateRequestProblem } from '#src/api-server/certificates/certificate-request.ts';
import { pemBlocks } from '#src/api-server/certificates/pem.ts';

/** A request of an elliptic key, signed with it. What is expected below is what API servers said. */
const request = `-----BEGIN CERTIFICATE REQUEST-----
MIHqMIGTAgEAMDExFTATBgNVBAoMDHN5c3RlbTpub2RlczEYMBYGA1UEAwwPc3lz
dGVtOm5vZGU6b25lMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEtq2QMgOzCGRK
GhYDydNwP5SBIN5YuE+OBEzT7x9kcy5Y2XcTnz7q7dH/NOdf+VWufObrXIttMsTn
BtL1QwFDsKAAMAoGCCqGSM49BAMCA0YAMEMCH0KeVcvjLsOndjRkXobR0kMQ63ZO
e96XF6G57qZswr8CIHsGT6d9BOhTXcep+6pLBESvvV5E0T0pER+Z0QUGQ540
-----END CERTIFICATE REQUEST-----
`;
const bytes = pemBlocks(request)[0]?.bytes ?? Buffer.alloc(0);

function flipped(at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}

describe('a certificate request', () => {
  test('is signed with its own key', () => {
    expect(bytes.length).toBeGreaterThan(200);
    expect(certificateRequestProblem(bytes)).toBeUndefined();
  });

  test.each([
    ['a changed subject', flipped(30)],
    ['a changed signature', flipped(bytes.length - 3)],
  ])('%s does not fit the signature', (_, changed) => {
    expect(certificateRequestProblem(changed)).toBe('is not signed with its own key');
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['one byte less', bytes.subarray(0, -1)],
    ['one byte more', Buffer.concat([bytes, Buffer.of(0)])],
    ['text', Buffer.from('none')],
    ['a length beyond all bounds', Buffer.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff)],
  ])('%s is none', (_, other) => {
    expect(certificateRequestProblem(other)).toBe('is no certificate request');
  });
});

describe('PEM', () => {
  test.each([
    ['text before it', `none\n${request}`],
    ['text behind it', `${request}none`],
    ['Windows lines', request.replaceAll('\n', '\r\n')],
    ['spaces at the ends of lines', request.replaceAll('\n', ' \n')],
    ['no last line break', request.trimEnd()],
  ])('%s', (_, text) => {
    expect(pemBlocks(text).map(({ label, headers }) => ({ label, headers }))).toEqual([
      { label: 'CERTIFICATE REQUEST', headers: false },
    ]);
    expect(pemBlocks(text)[0]?.bytes.equals(bytes)).toBe(true);
  });

  test('text before its first line on the same line hides it, and so does a broken last line', () => {
    expect(pemBlocks(`x${request}`)).toEqual([]);
    expect(pemBlocks(request.replace('-----END', '----END'))).toEqual([]);
  });
});
