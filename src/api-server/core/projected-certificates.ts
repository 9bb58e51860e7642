import type { ClusterTrustBundleProjection, PodCertificateProjection } from '../../schema/types/core-v1.ts';
import { domainPrefixedKey } from '../../formats/index.ts';
import { invalid, notSupported, required, tooLong } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { clusterTrustBundleName, isKubernetesSigner, validateSignerName } from '../meta/signer-name.ts';
import { expectFormat } from './expect-format.ts';
import { validateWrittenPath } from './file-path.ts';

const keyTypes = ['ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519', 'RSA3072', 'RSA4096'];
const hour = 3600;
const day = 24 * hour;
const annotationBytes = 256 * 1024;

/** By its own name, or all bundles of a signer that labels choose. */
export function validateClusterTrustBundle(check: Check, source: ClusterTrustBundleProjection, at: FieldPath): void {
  if (source.name !== undefined && source.signerName !== undefined) {
    invalid(check, at, source, '`name` and `signerName` exclude each other');
  } else if (source.name !== undefined) {
    if (source.name === '') required(check, child(at, 'name'));
    const colon = source.name.lastIndexOf(':');
    const signer = colon < 0 ? '' : source.name.slice(0, colon).replaceAll(':', '/');
    expectFormat(check, child(at, 'name'), source.name, clusterTrustBundleName(source.name, signer));
    if (source.labelSelector !== undefined) {
      invalid(check, child(at, 'labelSelector'), source.labelSelector, 'stands beside `signerName` only');
    }
  } else if (source.signerName !== undefined) {
    validateSignerName(check, source.signerName, child(at, 'signerName'));
    validateLabelSelector(check, source.labelSelector, child(at, 'labelSelector'));
  } else {
    required(check, at, 'needs `name` or `signerName`');
  }
  if (!source.path) required(check, child(at, 'path'));
  validateWrittenPath(check, source.path ?? '', child(at, 'path'));
}

/** A certificate made for the Pod, and where its files are written. */
export function validatePodCertificate(check: Check, source: PodCertificateProjection, at: FieldPath): void {
  const signer = source.signerName ?? '';
  validateSignerName(check, signer, child(at, 'signerName'));
  validateUserAnnotations(check, source.userAnnotations ?? {}, child(at, 'userAnnotations'));
  const keyType = source.keyType ?? '';
  if (!keyTypes.includes(keyType)) notSupported(check, child(at, 'keyType'), keyType, keyTypes);
  const seconds = source.maxExpirationSeconds ?? day;
  const longest = isKubernetesSigner(signer) ? day : 91 * day;
  if (seconds < hour || seconds > longest) {
    invalid(check, child(at, 'maxExpirationSeconds'), seconds, `must be from ${hour} to ${longest}`);
  }
  const files = ['credentialBundlePath', 'keyPath', 'certificateChainPath'] as const;
  for (const file of files) if (source[file]) validateWrittenPath(check, source[file], child(at, file));
  if (files.every((file) => !source[file])) required(check, at, `needs one of ${files.join(', ')}`);
}

function validateUserAnnotations(check: Check, annotations: Readonly<Record<string, string>>, at: FieldPath): void {
  let bytes = 0;
  for (const [name, value] of Object.entries(annotations)) {
    expectFormat(check, at, name, domainPrefixedKey(name.toLowerCase()));
    bytes += Buffer.byteLength(name) + Buffer.byteLength(value);
  }
  if (bytes > annotationBytes) tooLong(check, at, annotationBytes);
}
