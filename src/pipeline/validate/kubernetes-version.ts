import { UserError } from '../../kernel/index.ts';
import { tabledMinors } from '../../schema/index.ts';

/** `1.36`, `v1.36` or `1.36.3` -> 36. Throws a UserError for anything that there is no table for: the nearest one is never taken. */
export function minorOf(version: string, option: string): number {
  const minor = /^v?1\.(\d{1,3})(?:\.\d+)?(?:[-+].*)?$/.exec(version)?.[1];
  const [oldest, newest] = tabledMinors();
  if (minor === undefined) throw unknownVersion(version, option, 'is no version of Kubernetes');
  if (Number(minor) < oldest || Number(minor) > newest) {
    throw unknownVersion(version, option, 'is a version of Kubernetes that there is no table for');
  }
  return Number(minor);
}

function unknownVersion(version: string, option: string, what: string): UserError {
  const [oldest, newest] = tabledMinors();
  return new UserError({
    code: 'unknown-kubernetes-version',
    message: `${option}: ${version} ${what}`,
    hint: `Give a version from 1.${oldest} to 1.${newest}.`,
  });
}
