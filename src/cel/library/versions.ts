import { evaluationError } from '../failure.ts';
import { opaque, payloadOf } from '../opaque.ts';
import type { Library } from '../overload.ts';
import { overload } from '../overload.ts';
import { semverType } from '../type.ts';
import type { CelOpaque } from '../value.ts';

interface Version {
  readonly numbers: readonly bigint[];
  readonly pre: readonly (string | bigint)[];
}

const shape = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z.-]+))?(?:\+([0-9A-Za-z.-]+))?$/;
const largest = 2n ** 64n;

function versionOf(text: string): Version | undefined {
  const match = shape.exec(text);
  if (match === null) return undefined;
  const numbers = match.slice(1, 4).map(BigInt);
  const pre = match[4]?.split('.') ?? [];
  const build = match[5]?.split('.') ?? [];
  if (numbers.some((one) => one >= largest) || [...pre, ...build].includes('')) return undefined;
  if (pre.some((one) => /^0\d+$/.test(one))) return undefined;
  return { numbers, pre: pre.map((one) => (/^\d+$/.test(one) ? BigInt(one) : one)) };
}

/** Takes `v1.0` and `01.02` for what is meant. */
function normalized(text: string): string | undefined {
  const [major = '', minor, ...rest] = text.replace(/^v/, '').split('.');
  const parts = [major, ...(minor === undefined ? [] : [minor]), ...(rest.length === 0 ? [] : [rest.join('.')])].map(
    (part) => {
      if (part.length <= 1) return part;
      const stripped = part.replace(/^0+/, '');
      return /^\d/.test(stripped) ? stripped : `0${stripped}`;
    },
  );
  if (parts.length < 3 && /[-+]/.test(parts.at(-1) ?? '')) return undefined;
  while (parts.length < 3) parts.push('0');
  return parts.join('.');
}

function read(text: string, normalize = false): Version | undefined {
  const written = normalize ? normalized(text) : text;
  return written === undefined ? undefined : versionOf(written);
}

function semverOf(text: string, normalize = false): CelOpaque {
  const version = read(text, normalize);
  if (version === undefined) throw evaluationError(`${JSON.stringify(text)} is no version`);
  return opaque(semverType, version, (one, other) => compareVersions(one, other) === 0);
}

function compareVersions(one: Version, other: Version): number {
  for (const [at, number] of one.numbers.entries()) {
    const against = other.numbers[at] ?? 0n;
    if (number !== against) return number < against ? -1 : 1;
  }
  if (one.pre.length === 0 || other.pre.length === 0)
    return Number(one.pre.length === 0) - Number(other.pre.length === 0);
  for (const [at, part] of one.pre.entries()) {
    const against = other.pre[at];
    if (against === undefined) return 1;
    if (part === against) continue;
    if (typeof part !== typeof against) return typeof part === 'bigint' ? -1 : 1;
    return part < against ? -1 : 1;
  }
  return one.pre.length < other.pre.length ? -1 : 0;
}

function compare(one: CelOpaque, other: CelOpaque): number {
  return compareVersions(payloadOf<Version>(one), payloadOf<Version>(other));
}

function number(at: number): (value: CelOpaque) => bigint {
  return (value) => BigInt.asIntN(64, payloadOf<Version>(value).numbers[at] ?? 0n);
}

export const versions: Library = [
  overload('semver(string): Semver', (text: string) => semverOf(text)),
  overload('semver(string, bool): Semver', semverOf),
  overload('isSemver(string): bool', (text: string) => read(text) !== undefined),
  overload('isSemver(string, bool): bool', (text: string, normalize: boolean) => read(text, normalize) !== undefined),
  overload('Semver.isGreaterThan(Semver): bool', (one: CelOpaque, other: CelOpaque) => compare(one, other) > 0),
  overload('Semver.isLessThan(Semver): bool', (one: CelOpaque, other: CelOpaque) => compare(one, other) < 0),
  overload('Semver.compareTo(Semver): int', (one: CelOpaque, other: CelOpaque) => BigInt(compare(one, other))),
  overload('Semver.major(): int', number(0)),
  overload('Semver.minor(): int', number(1)),
  overload('Semver.patch(): int', number(2)),
];
