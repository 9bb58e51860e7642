import { X509Certificate } from 'node:crypto';
import type { ClusterTrustBundle } from '../../schema/types/certificates-v1beta1.ts';
import { invalid, tooLong } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { clusterTrustBundleName, validateSignerName } from '../meta/signer-name.ts';
import { checkUnchanged } from '../same-value.ts';
import { pemBlocks } from './pem.ts';
import type { PemBlock } from './pem.ts';

const mostBytes = 1024 * 1024;
const bundlePath = child(undefined, 'spec', 'trustBundle');
const signerPath = child(undefined, 'spec', 'signerName');

export const clusterTrustBundleValidation = defineKind<ClusterTrustBundle>({
  group: 'certificates.k8s.io',
  kind: 'ClusterTrustBundle',
  rule: {
    id: 'valid-cluster-trust-bundle',
    title: 'A ClusterTrustBundle is one that the API server accepts.',
    fix: 'Hold certificates of authorities only, each once, and start the name with the signer when there is one.',
  },
  // The rule for the name depends on the signer: see below.
  name: () => undefined,
  renamed: true,
  validate(check, { metadata, spec = {} }) {
    const signer = spec.signerName ?? '';
    const name = metadata?.name ?? '';
    const wrong = name === '' ? undefined : clusterTrustBundleName(name, signer);
    if (wrong !== undefined) invalid(check, child(undefined, 'metadata', 'name'), name, wrong);
    if (signer !== '') validateSignerName(check, signer, signerPath);
    validateBundle(check, spec.trustBundle ?? '');
  },
  validateUpdate(check, bundle, old) {
    checkUnchanged(check, signerPath, bundle.spec?.signerName, old.spec?.signerName);
  },
});

function validateBundle(check: Check, text: string): void {
  if (Buffer.byteLength(text) > mostBytes) {
    tooLong(check, bundlePath, mostBytes);
    return;
  }
  const blocks = pemBlocks(text);
  const faults = blocks.flatMap((block, position) => {
    const wrong = anchorProblem(block);
    return wrong === undefined ? [] : [`entry ${position} ${wrong}`];
  });
  if (blocks.length === 0) faults.push('must hold a certificate');
  const distinct = new Set(blocks.map(({ bytes }) => bytes.toString('base64')));
  if (faults.length === 0 && distinct.size < blocks.length) faults.push('may hold no certificate twice');
  for (const fault of faults) invalid(check, bundlePath, undefined, fault);
}

function anchorProblem({ label, headers, bytes }: PemBlock): string | undefined {
  if (label !== 'CERTIFICATE') return `must be a CERTIFICATE, is a ${label}`;
  if (headers) return 'may have no PEM headers';
  try {
    return new X509Certificate(bytes).ca ? undefined : 'must be of an authority: CA:TRUE';
  } catch {
    return 'is no X.509 certificate';
  }
}
