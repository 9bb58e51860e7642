import { UserError } from '../../kernel/index.ts';
import { tabledMinors } from '../../schema/index.ts';

/** `1.36`, `v1.36` or `1.36.3` -> 36. Throws a UserError for anything that there is no table for: the nearest one is never taken. */
export function minorOf(version: string, option: string): number {
  const minor = knownMinor(version);
  if (minor !== undefined) return minor;
  const what = writtenMinor(version) === undefined ? 'is no version of Kubernetes' : 'has no table';
  throw unknownVersion(version, option, what);
}

/** The same, undefined for what there is no table for. */
export function knownMinor(version: string): number | undefined {
  const minor = writtenMinor(version);
  const [oldest, newest] = tabledMinors();
  return minor === undefined || minor < oldest || minor > newest ? undefined : minor;
}

function writtenMinor(version: string): number | undefined {
  const minor = /^v?1\.(\d{1,3})(?:\.\d+)?(?:[-+].*)?$/.exec(version)?.[1];
  return minor === undefined ? undefined : Number(minor);
}

function unknownVersion(version: string, option: string, what: string): UserError {
  const [oldest, newest] = tabledMinors();
  return new UserError({
    code: 'unknown-kubernetes-version',
    message: `${option}: ${version} ${what}`,
    hint: `Give a version from 1.${oldest} to 1.${newest}.`,
  });
}
