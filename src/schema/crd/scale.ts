import type { FieldError } from '../../kernel/index.ts';
import type { ScaleSubresource } from './json-schema.ts';
import { hasMember, isMembers } from './members.ts';
import { typeOf } from './types.ts';

const int32 = 2 ** 31 - 1;

/** Where the scale subresource reads numbers and a selector, there have to be such. The paths are the server's, dot in front. */
export function scaleErrors(object: unknown, scale: ScaleSubresource | undefined): readonly FieldError[] {
  if (scale === undefined) return [];
  const { specReplicasPath, statusReplicasPath, labelSelectorPath } = scale;
  const errors = [replicaError(object, specReplicasPath), replicaError(object, statusReplicasPath)];
  if (labelSelectorPath !== undefined) {
    const selector = valueAt(object, labelSelectorPath);
    if (selector !== undefined && typeof selector !== 'string') {
      errors.push(error(labelSelectorPath, selector, 'must be a string'));
    }
  }
  return errors.filter((one) => one !== undefined);
}

function replicaError(object: unknown, path: string): FieldError | undefined {
  const replicas = valueAt(object, path);
  if (replicas === undefined) return undefined;
  if (typeOf(replicas) !== 'integer') return error(path, replicas, 'must be a whole number');
  if (Number(replicas) < 0) return error(path, replicas, 'may not be negative');
  return Number(replicas) > int32 ? error(path, replicas, `may not be greater than ${int32}`) : undefined;
}

/** Undefined when it is not there; what stands in the way when that is no object. */
function valueAt(object: unknown, path: string): unknown {
  let value = object;
  for (const name of partsOf(path)) {
    if (value === null) return undefined;
    // Neither a number nor a text, so that it is reported.
    if (!isMembers(value)) return [value];
    if (!hasMember(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

function partsOf(path: string): readonly string[] {
  return path.replace(/^\./, '').split('.');
}

function error(path: string, value: unknown, detail: string): FieldError {
  return { type: 'invalid', field: path, pointer: `/${partsOf(path).join('/')}`, value, detail };
}
