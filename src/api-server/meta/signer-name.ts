import { dns1123Label, dns1123Subdomain } from '../../formats/index.ts';
import { invalid, required, tooLong } from '../check.ts';
import type { Check } from '../check.ts';
import type { FieldPath } from '../field-path.ts';

const longestDomain = 253;
/** Domain, slash, and a path that has room for a namespace and a name. */
const longestName = longestDomain + 1 + 253 + 63 + 1;

/** Of certificates: a domain and a path, `example.com/web`. */
export function validateSignerName(check: Check, name: string, at: FieldPath): void {
  if (name === '') {
    required(check, at);
    return;
  }
  const [domain = '', path, ...more] = name.split('/');
  if (path === undefined || more.length > 0) {
    invalid(check, at, name, 'must be a domain and a path: example.com/name');
    return;
  }
  if (domain.length > longestDomain) tooLong(check, at, longestDomain);
  const labels = domain.split('.');
  const faulty = labels.find((label) => dns1123Label(label) !== undefined);
  if (faulty !== undefined) invalid(check, at, domain, `${faulty}: ${dns1123Label(faulty)}`);
  if (labels.length < 2) invalid(check, at, domain, 'must have two parts or more with dots between');
  const wrong = path.split('.').find((part) => dns1123Subdomain(part) !== undefined);
  if (wrong !== undefined) invalid(check, at, path, `${wrong}: ${dns1123Subdomain(wrong)}`);
  if (Buffer.byteLength(name) > longestName) tooLong(check, at, longestName);
}

/** One that Kubernetes keeps for itself. */
export function isKubernetesSigner(name: string): boolean {
  const domain = name.split('/', 1)[0] ?? '';
  return domain === 'kubernetes.io' || domain.endsWith('.kubernetes.io');
}

/** Of a ClusterTrustBundle: that of a signer starts with the signer's name, a colon for the slash. */
export function clusterTrustBundleName(name: string, signer: string): string | undefined {
  if (signer === '') {
    if (name.includes(':')) return 'may hold no colon without a signer';
    return dns1123Subdomain(name);
  }
  const prefix = `${signer.replaceAll('/', ':')}:`;
  if (!name.startsWith(prefix)) return `must start with ${prefix}`;
  return dns1123Subdomain(name.slice(prefix.length));
}
