import {
  dns1035Label,
  dns1123Label,
  dns1123Subdomain,
  parseIp,
  wildcardDns1123Subdomain,
} from '../../formats/index.ts';
import type { HTTPIngressPath, Ingress, IngressTLS } from '../../schema/types/networking-v1.ts';
import type { Check } from '../check.ts';
import { invalid, notSupported, required } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkText, isUnset } from '../text-field.ts';
import { validateIngressBackend } from './ingress-backend.ts';

const specAt = child(undefined, 'spec');
const classAnnotation = 'kubernetes.io/ingress.class';
const badParts = ['//', '/./', '/../', '%2f', '%2F'];

export const ingressValidation = defineKind<Ingress>({
  group: 'networking.k8s.io',
  kind: 'Ingress',
  versions: ['v1'],
  rule: {
    id: 'valid-ingress',
    title: 'An Ingress sends hosts and absolute paths to backends, each a service with a port or a resource.',
    fix: 'Give each path a `pathType`, a path that begins with `/`, and a backend with a service name and one port.',
  },
  name: dns1123Subdomain,
  renamed: true,
  validate(check, ingress) {
    const spec = ingress.spec ?? {};
    const rules = spec.rules ?? [];
    const names = serviceNames(check);
    if (rules.length === 0 && spec.defaultBackend === undefined) {
      invalid(check, specAt, undefined, 'must have rules or a default backend');
    }
    if (spec.defaultBackend !== undefined) {
      validateIngressBackend(check, spec.defaultBackend, child(specAt, 'defaultBackend'), names);
    }
    for (const [position, { host = '', http }] of rules.entries()) {
      const at = index(child(specAt, 'rules'), position);
      if (host !== '') validateHost(check, host, child(at, 'host'));
      if (http === undefined || (host.includes('*') && hadFaultyWildcard(check))) continue;
      validatePaths(check, http.paths ?? [], child(at, 'http', 'paths'), names);
    }
    validateTls(check, spec.tls ?? []);
    if (spec.ingressClassName !== undefined) {
      checkText(check, child(specAt, 'ingressClassName'), spec.ingressClassName, dns1123Subdomain);
    }
    const annotated = ingress.metadata?.annotations?.[classAnnotation];
    if (check.old !== undefined || annotated === undefined || spec.ingressClassName === undefined) return;
    // Until Kubernetes 1.27 one of the two had to do.
    if (check.minor < 27 || annotated !== spec.ingressClassName) {
      // The server leaves `metadata` out of this path.
      invalid(check, child(undefined, 'annotations', classAnnotation), annotated, 'must equal `ingressClassName`');
    }
  },
});

/** Until Kubernetes 1.36 names of services begin with a letter; names that stood there before stay. */
function serviceNames(check: Check): (name: string) => string | undefined {
  const old = check.old as Ingress | undefined;
  const paths = (old?.spec?.rules ?? []).flatMap(({ http }) => http?.paths ?? []);
  const backends = [old?.spec?.defaultBackend, ...paths.map(({ backend }) => backend)];
  const kept = backends.map((backend) => backend?.service?.name ?? '');
  const relaxed = kept.some((name) => dns1123Label(name) === undefined && dns1035Label(name) !== undefined);
  return check.minor >= 36 || relaxed ? dns1123Label : dns1035Label;
}

function hadFaultyWildcard(check: Check): boolean {
  const old = check.old as Ingress | undefined;
  const wild = (old?.spec?.rules ?? []).filter(({ host = '' }) => host.includes('*'));
  const probe: Check = { minor: check.minor, errors: [] };
  for (const { http } of wild) if (http !== undefined) validatePaths(probe, http.paths ?? [], specAt, dns1123Label);
  return probe.errors.length > 0;
}

function validateHost(check: Check, host: string, at: FieldPath): void {
  if (parseIp(host) !== undefined) invalid(check, at, host, 'must be a DNS name, not an address');
  checkText(check, at, host, host.includes('*') ? wildcardDns1123Subdomain : dns1123Subdomain);
}

function validatePaths(
  check: Check,
  paths: readonly HTTPIngressPath[],
  at: FieldPath,
  names: (name: string) => string | undefined,
): void {
  if (paths.length === 0) required(check, at);
  for (const [position, path] of paths.entries()) {
    const pathAt = index(at, position);
    if (path.pathType === undefined) required(check, child(pathAt, 'pathType'));
    else {
      validatePath(check, path, path.pathType, pathAt);
      validateIngressBackend(check, path.backend ?? {}, child(pathAt, 'backend'), names);
    }
  }
}

function validatePath(check: Check, { path = '' }: HTTPIngressPath, type: string, at: FieldPath): void {
  const pathAt = child(at, 'path');
  const absolute = path.startsWith('/');
  if (type === 'ImplementationSpecific') {
    if (path !== '' && !absolute) invalid(check, pathAt, path, 'must begin with a slash');
    return;
  }
  if (type !== 'Exact' && type !== 'Prefix') {
    return notSupported(check, child(at, 'pathType'), type, ['Exact', 'ImplementationSpecific', 'Prefix']);
  }
  if (!absolute) invalid(check, pathAt, path, 'must begin with a slash');
  for (const part of badParts) if (path.includes(part)) invalid(check, pathAt, path, `may not hold '${part}'`);
  for (const end of ['/..', '/.']) if (path.endsWith(end)) invalid(check, pathAt, path, `may not end with '${end}'`);
}

function validateTls(check: Check, tls: readonly IngressTLS[]): void {
  const kept = (check.old as Ingress | undefined)?.spec?.tls ?? [];
  const spared = kept.some(({ secretName }) => !isUnset(secretName) && dns1123Subdomain(secretName) !== undefined);
  for (const [position, { hosts = [], secretName }] of tls.entries()) {
    const at = index(child(specAt, 'tls'), position);
    for (const [place, host] of hosts.entries()) {
      const format = host.includes('*') ? wildcardDns1123Subdomain : dns1123Subdomain;
      checkText(check, index(child(at, 'hosts'), place), host, format);
    }
    if (!isUnset(secretName) && !spared) checkText(check, child(at, 'secretName'), secretName, dns1123Subdomain);
  }
}
