import type { CertificateSigningRequest } from '../../schema/types/certificates-v1.ts';
import { duplicate, invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { validateSignerName } from '../meta/signer-name.ts';
import { certificateRequestProblem } from './certificate-request.ts';
import { pemBlocks } from './pem.ts';

const spec = child(undefined, 'spec');

const usages = [
  'any',
  'cert sign',
  'client auth',
  'code signing',
  'content commitment',
  'crl sign',
  'data encipherment',
  'decipher only',
  'digital signature',
  'email protection',
  'encipher only',
  'ipsec end system',
  'ipsec tunnel',
  'ipsec user',
  'key agreement',
  'key encipherment',
  'microsoft sgc',
  'netscape sgc',
  'ocsp signing',
  's/mime',
  'server auth',
  'signing',
  'timestamping',
];

export const certificateSigningRequestValidation = defineKind<CertificateSigningRequest>({
  group: 'certificates.k8s.io',
  kind: 'CertificateSigningRequest',
  rule: {
    id: 'valid-certificate-signing-request',
    title: 'A CertificateSigningRequest is one that the API server accepts.',
    fix: 'Put a signed PKCS #10 request in PEM into spec.request, and give it a signer and usages.',
  },
  name: () => undefined,
  renamed: true,
  validate(check, { spec: given = {} }) {
    // The server keeps the spec that it has, whatever a change says.
    if (check.old !== undefined) return;
    const wrong = requestProblem(given.request ?? '');
    if (wrong !== undefined) invalid(check, child(spec, 'request'), undefined, wrong);
    validateUsages(check, given.usages ?? []);
    const signer = child(spec, 'signerName');
    if (given.signerName === 'kubernetes.io/legacy-unknown') {
      invalid(check, signer, given.signerName, 'is no longer taken: name a signer');
    } else validateSignerName(check, given.signerName ?? '', signer);
    if (given.expirationSeconds !== undefined && given.expirationSeconds < 600) {
      invalid(check, child(spec, 'expirationSeconds'), given.expirationSeconds, 'must be 600 or more');
    }
  },
});

function requestProblem(request: string): string | undefined {
  const [first] = pemBlocks(Buffer.from(request, 'base64').toString('latin1'));
  if (first?.label !== 'CERTIFICATE REQUEST') return 'must be PEM of a CERTIFICATE REQUEST';
  return certificateRequestProblem(first.bytes);
}

function validateUsages(check: Check, given: readonly string[]): void {
  const at = child(spec, 'usages');
  if (given.length === 0) required(check, at);
  for (const [position, usage] of given.entries()) {
    if (!usages.includes(usage)) notSupported(check, index(at, position), usage, usages);
    if (given.indexOf(usage) < position) duplicate(check, index(at, position), usage);
  }
}
