import { UserError } from '../kernel/index.ts';
import type { Target } from '../validate/index.ts';
import type { ValidateCommandOptions } from './command.ts';

/** `LEVEL[:VERSION]`; `latest`, and no version, mean the API server's own. Rules that need a level get the strict one. */
export function podSecurityOf({ pss, rules = [] }: ValidateCommandOptions): Target['podSecurity'] {
  if (pss === undefined) {
    const asked = rules.some((name) => name === 'strict' || name.startsWith('pss'));
    return asked ? { level: 'restricted', byDefault: true } : undefined;
  }
  const [, level, version] = /^(baseline|restricted)(?::(.+))?$/.exec(pss) ?? [];
  if (level !== 'baseline' && level !== 'restricted') {
    throw new UserError({
      code: 'unknown-pod-security-level',
      message: `--pss: "${pss}" is no level of the Pod Security Standards`,
      hint: 'Give baseline or restricted, with a version if wanted: restricted:v1.24.',
    });
  }
  return version === undefined || version === 'latest' ? { level } : { level, minor: podSecurityMinor(version) };
}

/** The standards are versioned as far back as 1.0, further than the tables of kinds. */
function podSecurityMinor(version: string): number {
  const minor = /^v?1\.(\d{1,3})$/.exec(version)?.[1];
  if (minor !== undefined) return Number(minor);
  throw new UserError({
    code: 'unknown-pod-security-version',
    message: `--pss: "${version}" is no version of the Pod Security Standards`,
    hint: 'Give v1.<minor>, for example restricted:v1.24, or latest.',
  });
}
