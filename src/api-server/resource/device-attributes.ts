import type { DeviceAttribute } from '../../schema/types/resource-v1.ts';
import { invalid, tooLong } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';

const longest = 64;
const number = '(?:0|[1-9][0-9]*)';
const part = '(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)';
const build = '[0-9a-zA-Z-]+';
const semanticVersion = new RegExp(
  `^${number}\\.${number}\\.${number}(?:-${part}(?:\\.${part})*)?(?:\\+${build}(?:\\.${build})*)?$`,
);

/** One value, of one type. Lists of values are behind a feature gate: the server drops them. */
export function validateDeviceAttribute(check: Check, attribute: DeviceAttribute, at: FieldPath): void {
  const { bool, int, string, version } = attribute;
  if (string !== undefined && Buffer.byteLength(string) > longest) tooLong(check, child(at, 'string'), longest);
  if (version !== undefined) validateVersion(check, version, child(at, 'version'));
  const given = [bool, int, string, version].filter((value) => value !== undefined);
  if (given.length !== 1) invalid(check, at, undefined, 'must have one of bool, int, string and version');
}

function validateVersion(check: Check, version: string, at: FieldPath): void {
  if (!semanticVersion.test(version)) invalid(check, at, version, 'must be a semantic version: 1.2.3');
  if (Buffer.byteLength(version) > longest) tooLong(check, at, longest);
}
