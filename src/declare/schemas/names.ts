import { text } from './text.ts';

/** RFC 1123 label, starting with a letter as Services want it. */
function dnsLabel(most: number, reserved: readonly string[] = []) {
  const words = reserved.length === 0 ? '' : `, not ${reserved.map((name) => `\`${name}\``).join(', ')}`;
  const allowed = `a DNS label: lower-case letters, digits and \`-\`, first a letter, last no \`-\`, at most ${most} characters${words}`;
  return text(allowed, (value) => {
    if (/[A-Z]/.test(value)) return 'upper case is refused';
    if (!/^[a-z](?:[-a-z0-9]*[a-z0-9])?$/.test(value)) return 'not a DNS label';
    if (value.length > most) return `${value.length} characters long`;
    return reserved.includes(value) ? 'this name is reserved' : undefined;
  });
}

export const DnsLabel = dnsLabel(63);
export const TenantName = dnsLabel(40, ['root', 'platform', 'baseline', 'delivery', 'default']);
export const AppName = dnsLabel(53, ['platform', 'baseline', 'delivery', 'root']);
export const ComponentName = dnsLabel(53, ['platform', 'baseline', 'delivery', 'root']);
export const EnvironmentName = dnsLabel(40);
export const ClusterName = dnsLabel(53);
/** A tenant or `root`. */
export const Parent = dnsLabel(40);

/** RFC 1123 subdomain. */
export const HostName = text('a host name in lower case, for example pay.meridian.example', (value) => {
  if (/[A-Z]/.test(value)) return 'upper case is refused';
  if (value.length > 253) return `${value.length} characters long`;
  const labels = value.split('.');
  return labels.length > 1 && labels.every((label) => /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(label))
    ? undefined
    : 'not a host name';
});

/** apimachinery `validation.IsQualifiedName`. */
function qualifiedName(value: string): string | undefined {
  const slash = value.indexOf('/');
  const prefix = slash < 0 ? undefined : value.slice(0, slash);
  const name = value.slice(slash + 1);
  if (prefix !== undefined && !(prefix.length <= 253 && /^[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?$/.test(prefix))) {
    return 'the part before the slash is not a DNS name';
  }
  return /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/.test(name)
    ? undefined
    : 'a label key has 1 to 63 letters, digits, `-`, `_`, `.`, and may have a DNS name and `/` before';
}

export const LabelKey = text('a label key', qualifiedName);

const reserved = /(?:^|\.)(?:kubernetes\.io|k8s\.io|argoproj\.io|keelson\.dev)\//;

/** A label key that tenants may set: those of Kubernetes, Argo CD and Keelson itself are refused. */
export const OwnLabelKey = text('a label key', (value) =>
  reserved.test(value) ? 'labels of Kubernetes, Argo CD and Keelson are set by the platform' : qualifiedName(value),
);

/** apimachinery `validation.IsValidLabelValue`; the empty string is one. */
export const LabelValue = text(
  'a label value: up to 63 letters, digits, `-`, `_`, `.`, first and last a letter or digit',
  (value) => (/^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/.test(value) ? undefined : 'not a label value'),
);

export const CostCentre = text('a label value that is not empty, for example CC-1234', (value) =>
  /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/.test(value) ? undefined : 'not a label value',
);
