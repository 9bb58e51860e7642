import { configMapKey, dns1123Subdomain } from '../../formats/index.ts';
import type { ConfigMap } from '../../schema/types/core-v1.ts';
import { forbidden, invalid, tooLong } from '../check.ts';
import type { Check } from '../check.ts';
import { child, key } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { sameValue } from '../same-value.ts';
import { checkText } from '../text-field.ts';
import { base64Bytes } from './base64-bytes.ts';

const mostBytes = 1024 * 1024;

export const configMapValidation = defineKind<ConfigMap>({
  group: '',
  kind: 'ConfigMap',
  rule: {
    id: 'valid-config-map',
    title: 'A ConfigMap is one that the API server accepts.',
    fix: "Use keys of letters, digits, '-', '_' and '.', once in data or binaryData, and keep the whole below 1 MiB.",
  },
  name: dns1123Subdomain,
  renamed: true,
  validate(check, { data = {}, binaryData = {} }) {
    let bytes = 0;
    for (const [name, value] of Object.entries(data)) {
      const at = key(child(undefined, 'data'), name);
      checkText(check, at, name, configMapKey);
      if (Object.hasOwn(binaryData, name)) invalid(check, at, name, 'stands in binaryData, too');
      bytes += Buffer.byteLength(value);
    }
    for (const [name, value] of Object.entries(binaryData)) {
      checkText(check, key(child(undefined, 'binaryData'), name), name, configMapKey);
      bytes += base64Bytes(value).length;
    }
    if (bytes > mostBytes) tooLong(check, undefined, mostBytes);
  },
  validateUpdate(check, object, old) {
    checkImmutableData(check, { ...object, binaryData: asBytes(object) }, { ...old, binaryData: asBytes(old) });
  },
});

/** Base64 has several spellings of the same bytes; what is compared is the bytes. */
function asBytes({ binaryData = {} }: ConfigMap): object {
  return Object.fromEntries(
    Object.entries(binaryData).map(([name, value]) => [name, base64Bytes(value).toString('latin1')]),
  );
}

interface Immutable {
  readonly immutable?: boolean;
  readonly data?: object;
  readonly binaryData?: object;
}

/** Once `immutable` is set, neither it nor the data may change. */
export function checkImmutableData(check: Check, object: Immutable, old: Immutable): void {
  if (old.immutable !== true) return;
  if (object.immutable !== true) forbidden(check, child(undefined, 'immutable'), 'may not be taken back');
  for (const name of ['data', 'binaryData'] as const) {
    if (!sameValue(object[name], old[name]))
      forbidden(check, child(undefined, name), 'may not change: it is immutable');
  }
}
