import type { PodCertificateRequest } from '../../schema/types/certificates-v1beta1.ts';
import { dns1123Subdomain } from '../../formats/index.ts';
import { invalid, tooLong } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { isKubernetesSigner, validateSignerName } from '../meta/signer-name.ts';
import { checkUnchanged } from '../same-value.ts';
import { checkText } from '../text-field.ts';

type Spec = NonNullable<PodCertificateRequest['spec']>;

const spec = child(undefined, 'spec');
const hour = 3600;
const day = 24 * hour;

export const podCertificateRequestValidation = defineKind<PodCertificateRequest>({
  group: 'certificates.k8s.io',
  kind: 'PodCertificateRequest',
  rule: {
    id: 'valid-pod-certificate-request',
    title: 'A PodCertificateRequest is one that the API server accepts.',
    fix: 'Leave these objects to the kubelet, or name signer, pod, service account and node with their uids.',
  },
  name: dns1123Subdomain,
  validate(check, { spec: given = {} }) {
    validateSignerName(check, given.signerName ?? '', child(spec, 'signerName'));
    checkText(check, child(spec, 'podName'), given.podName ?? '', dns1123Subdomain);
    checkText(check, child(spec, 'serviceAccountName'), given.serviceAccountName ?? '', dns1123Subdomain);
    checkText(check, child(spec, 'nodeName'), given.nodeName ?? '', dns1123Subdomain);
    for (const field of ['podUID', 'serviceAccountUID', 'nodeUID'] as const) validateUid(check, given, field);
    validateExpiration(check, given);
  },
  validateUpdate(check, request, old) {
    checkUnchanged(check, spec, request.spec, old.spec);
  },
});

function validateUid(check: Check, given: Spec, field: 'podUID' | 'serviceAccountUID' | 'nodeUID'): void {
  const uid = given[field] ?? '';
  if (uid === '') invalid(check, child(spec, field), uid, 'must be set');
  if (uid.length > 128) tooLong(check, child(spec, field), 128);
}

function validateExpiration(check: Check, { maxExpirationSeconds: seconds = day, signerName = '' }: Spec): void {
  const at = child(spec, 'maxExpirationSeconds');
  const most = isKubernetesSigner(signerName) ? day : 91 * day;
  if (seconds < hour || seconds > most) invalid(check, at, seconds, `must be from ${hour} to ${most}`);
}
