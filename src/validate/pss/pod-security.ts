import type { PodView } from '../../analysis/index.ts';
import { podSecurityRules } from '../rules/pss/index.ts';
import type { PodSecurityLevel } from '../view.ts';
import { applies } from './control.ts';
import type { Offence } from './control.ts';

export interface Violation {
  /** As Kubernetes names the control. */
  readonly control: string;
  readonly offences: readonly Offence[];
}

/**
 * What the Pod Security Standards of one level and minor version do not allow in a pod or pod template, as the admission of an
 * API server of that version decides. The pod is valid and decoded.
 */
export function podSecurity(pod: PodView, level: PodSecurityLevel, minor: number): readonly Violation[] {
  return podSecurityRules
    .map(({ control }) => control)
    .filter((control) => applies(control, level, minor))
    .map((control) => ({ control: control.name, offences: control.offences(pod, minor) }))
    .filter(({ offences }) => offences.length > 0);
}
