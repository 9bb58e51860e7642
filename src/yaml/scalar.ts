import { isScalar } from 'yaml';
import type { Scalar } from 'yaml';
import type { Composition } from './compose.ts';
import { plainKey, resolveFloat, resolveInteger, resolvePlain } from './plain.ts';
import { fail } from './problem.ts';
import { textOf } from './scalar-text.ts';
import type { YamlValue } from './value.ts';

const prefix = 'tag:yaml.org,2002:';

/** A plain `<<`; quoted it is an ordinary key. */
export function isMergeKey(key: unknown): boolean {
  if (!isScalar(key) || key.value !== '<<') return false;
  return isImplicit(key) || key.tag === '!' || key.tag === `${prefix}merge`;
}

export function resolveScalar(composition: Composition, node: Scalar): YamlValue {
  const text = textOf(composition, node);
  const value = isImplicit(node) ? resolvePlain(text) : node.tag === undefined ? text : tagged(composition, node, text);
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  const hint = 'JSON, and so Kubernetes, has no such number. Quote it if it is a text.';
  composition.errors.push(fail(composition, node, 'yaml-number', `${text} is not a finite number`, hint));
  return 0;
}

/** Undefined, and an error noted, for a key that cannot be one. */
export function resolveKey(composition: Composition, node: Scalar): string | undefined {
  const text = textOf(composition, node);
  let key: string | undefined = text;
  if (isImplicit(node)) key = plainKey(text);
  else if (node.tag !== undefined) {
    const value = tagged(composition, node, text);
    key = typeof value === 'string' ? value : plainKey(text);
  }
  if (key !== undefined) return key;
  const hint = 'Quote it: keys are strings.';
  composition.errors.push(
    fail(composition, node, 'yaml-key', `${text === '' ? 'nothing' : text} cannot be a key`, hint),
  );
  return undefined;
}

/** Unquoted and without a tag. */
function isImplicit(node: Scalar): boolean {
  return node.tag === undefined && (node.type === 'PLAIN' || node.type === undefined);
}

function tagged(composition: Composition, node: Scalar, text: string): YamlValue {
  const tag = node.tag ?? '';
  switch (tag.startsWith(prefix) ? tag.slice(prefix.length) : '') {
    case 'binary':
      return binary(composition, node, text);
    case 'int':
      return resolveInteger(text) ?? mismatch(composition, node, text);
    case 'float': {
      const value = resolveInteger(text) ?? resolveFloat(text) ?? resolvePlain(text);
      return typeof value === 'number' ? value : mismatch(composition, node, text);
    }
    case 'bool': {
      const value = resolvePlain(text);
      return typeof value === 'boolean' ? value : mismatch(composition, node, text);
    }
    case 'null':
      return resolvePlain(text) === null ? null : mismatch(composition, node, text);
    case 'timestamp':
      return /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ]\S+)?$/.test(text) ? text : mismatch(composition, node, text);
    default:
      // Kubernetes' reader takes the text and forgets a tag that it does not know.
      return text;
  }
}

function mismatch(composition: Composition, node: Scalar, text: string): null {
  const name = (node.tag ?? '').replace(prefix, '!!');
  composition.errors.push(
    fail(composition, node, 'yaml-tag', `"${text}" is not what ${name} says`, 'Correct the value, or remove the tag.'),
  );
  return null;
}

function binary(composition: Composition, node: Scalar, text: string): string | null {
  const packed = text.replace(/[\r\n]/g, '');
  if (/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(packed)) {
    return Buffer.from(packed, 'base64').toString('utf8');
  }
  return mismatch(composition, node, text);
}
