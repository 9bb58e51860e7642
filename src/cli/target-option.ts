import { UserError } from '../kernel/index.ts';
import { minorOf } from '../pipeline/index.ts';
import type { Target } from '../validate/index.ts';
import type { ValidateCommandOptions } from './command.ts';
import { podSecurityOf } from './pod-security-option.ts';

/** What PATHS are judged for. */
export function targetOf(options: ValidateCommandOptions): Target {
  const { kubernetes, kubernetesNext, tier } = options;
  if (kubernetes === undefined) {
    throw new UserError({
      code: 'no-kubernetes-version',
      message: 'PATHS were given without the version of Kubernetes that will get them.',
      hint: 'Say it with --kubernetes, for example --kubernetes 1.36.',
    });
  }
  const podSecurity = podSecurityOf(options);
  const minor = minorOf(kubernetes, '--kubernetes');
  const next = kubernetesNext === undefined ? undefined : minorOf(kubernetesNext, '--kubernetes-next');
  if (next !== undefined && next <= minor) {
    throw new UserError({
      code: 'conflicting-options',
      message: `--kubernetes-next: ${kubernetesNext} is not newer than --kubernetes ${kubernetes}`,
      hint: 'Give the version that the cluster will get next, or leave it out.',
    });
  }
  return {
    minor,
    ...(next === undefined ? {} : { next }),
    ...(podSecurity === undefined ? {} : { podSecurity }),
    ...(tier === undefined ? {} : { tier }),
  };
}
