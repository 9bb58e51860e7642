import { configMapKey, dns1123Subdomain } from '../../formats/index.ts';
import type { Secret } from '../../schema/types/core-v1.ts';
import { invalid, required, tooLong } from '../check.ts';
import type { Check } from '../check.ts';
import { child, key } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkUnchanged } from '../same-value.ts';
import { isUnset } from '../text-field.ts';
import { base64Bytes } from './base64-bytes.ts';
import { checkImmutableData } from './config-map.ts';

const mostBytes = 1024 * 1024;
const accountAnnotation = 'kubernetes.io/service-account.name';

export const secretValidation = defineKind<Secret>({
  group: '',
  kind: 'Secret',
  rule: {
    id: 'valid-secret',
    title: 'A Secret is one that the API server accepts.',
    fix: 'Give it the keys of its type, keep it below 1 MiB, and create another Secret instead of changing the type.',
  },
  name: dns1123Subdomain,
  renamed: true,
  validate(check, secret) {
    const dataAt = child(undefined, 'data');
    const data = storedData(secret);
    let bytes = 0;
    for (const [name, value] of data) {
      const wrong = configMapKey(name);
      if (wrong !== undefined) invalid(check, key(dataAt, name), name, wrong);
      bytes += value.length;
    }
    if (bytes > mostBytes) tooLong(check, dataAt, mostBytes);
    validateType(check, secret, data);
  },
  validateUpdate(check, secret, old) {
    checkUnchanged(check, child(undefined, 'type'), typeOf(secret), typeOf(old));
    const stored = { ...secret, data: asText(secret) };
    checkImmutableData(check, stored, { ...old, data: asText(old) });
  },
});

function typeOf({ type = '' }: Secret): string {
  return type === '' ? 'Opaque' : type;
}

/** `stringData` is written over `data`. */
function storedData({ data = {}, stringData = {} }: Secret): ReadonlyMap<string, Buffer> {
  return new Map([
    ...Object.entries(data).map(([name, value]) => [name, base64Bytes(value)] as const),
    ...Object.entries(stringData).map(([name, value]) => [name, Buffer.from(value)] as const),
  ]);
}

function asText(secret: Secret): object {
  return Object.fromEntries([...storedData(secret)].map(([name, value]) => [name, value.toString('hex')]));
}

/** Keys of which none may be missing, or, for a login, not both. */
const keys: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/basic-auth': ['username', 'password'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
};

function validateType(check: Check, secret: Secret, data: ReadonlyMap<string, Buffer>): void {
  const type = typeOf(secret);
  if (type === 'kubernetes.io/service-account-token' && isUnset(secret.metadata?.annotations?.[accountAnnotation])) {
    required(check, key(child(undefined, 'metadata', 'annotations'), accountAnnotation), `must be set for ${type}`);
  }
  const wanted = Object.hasOwn(keys, type) ? (keys[type] ?? []) : [];
  const missing = wanted.filter((name) =>
    type === 'kubernetes.io/ssh-auth' ? !data.get(name)?.length : !data.has(name),
  );
  if (type === 'kubernetes.io/basic-auth' && missing.length < wanted.length) return;
  for (const name of missing) required(check, key(child(undefined, 'data'), name), `must be set for ${type}`);
  if (!type.startsWith('kubernetes.io/dockerc')) return;
  for (const name of wanted) {
    const value = data.get(name);
    // What is in a Secret is never shown.
    if (value !== undefined && !isJsonObject(value)) {
      invalid(check, key(child(undefined, 'data'), name), undefined, 'must be a JSON object');
    }
  }
}

function isJsonObject(value: Buffer): boolean {
  try {
    const parsed: unknown = JSON.parse(value.toString());
    return typeof parsed === 'object' && !Array.isArray(parsed);
  } catch {
    return false;
  }
}
