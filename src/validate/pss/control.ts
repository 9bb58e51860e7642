import type { PodView } from '../../analysis/index.ts';
import { defineRule } from '../rule.ts';
import type { ObjectRule } from '../rule.ts';
import type { PodSecurityLevel } from '../view.ts';
import { levelOf } from './level.ts';

/** One place that a control does not allow. */
export interface Offence {
  /** RFC 6901, into the object that holds the pod. */
  readonly pointer: string;
  /** `required`: nothing stands there, but something must. */
  readonly messageId: 'forbidden' | 'required';
  /** In words that follow the field's name. */
  readonly detail: string;
  readonly seen?: string | undefined;
  readonly allowed?: string;
  /** Those of the rule's aliases that mean this offence, when not all do. */
  readonly aliases?: readonly string[];
  /** Name of the container, when one offends. */
  readonly container?: string | undefined;
}

/** One control of the Pod Security Standards. */
export interface Control {
  /** As Kubernetes names it (k8s.io/pod-security-admission/policy): `capabilities_baseline`. */
  readonly name: string;
  /** The weakest level that has it. */
  readonly level: PodSecurityLevel;
  /** First minor version of the standards that has it. */
  readonly since: number;
  /** At level restricted a stricter control takes its place from this minor version on. */
  readonly replacedSince?: number;
  /** `minor` is the version of the standards, not of the API server. */
  readonly offences: (pod: PodView, minor: number) => readonly Offence[];
}

export interface PodSecurityRule extends ObjectRule {
  readonly control: Control;
}

type Wording = Pick<ObjectRule, 'id' | 'title' | 'fix' | 'aliases'>;

/** A rule that asks one control, at the level and version of `--pss`. */
export function definePodSecurityRule(rule: Wording & { readonly control: Control }): PodSecurityRule {
  const { control } = rule;
  const checked = defineRule({
    ...rule,
    set: 'pss',
    severity: 'error',
    kinds: 'pod-template',
    check(view, report) {
      const { pod, target } = view;
      const level = levelOf(view);
      if (pod === undefined || level === undefined) return;
      const minor = target.podSecurity?.minor ?? target.minor;
      // As the API server does: of later standards it knows what it knew itself.
      const known = Math.min(minor, target.minor);
      if (!applies(control, level, known)) return;
      for (const { pointer, messageId, detail, seen, allowed, aliases } of control.offences(pod, known)) {
        const field = pointer.slice(pointer.lastIndexOf('/') + 1).replaceAll('~1', '/');
        report({
          messageId,
          message: `${field} ${detail}`,
          pointer,
          ...(seen === undefined ? {} : { seen }),
          ...(allowed === undefined ? {} : { allowed }),
          ...(aliases === undefined ? {} : { aliases }),
        });
      }
    },
  });
  return { ...checked, control };
}

export function applies(control: Control, level: PodSecurityLevel, minor: number): boolean {
  if (minor < control.since) return false;
  if (level === 'baseline') return control.level === 'baseline';
  return minor < (control.replacedSince ?? Infinity);
}
