import type { Container, Pod, PodSpec, Toleration } from '../../schema/types/core-v1.ts';
import { dns1123Subdomain, prefixOf } from '../../formats/index.ts';
import { forbidden, invalid } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index, key as keyed } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { sameValue } from '../same-value.ts';
import { expectFormat } from './expect-format.ts';
import { mirrorPod } from './pod-annotations.ts';
import { narrowedScheduling } from './pod-narrowing.ts';
import { withPodDefaults } from './pod-defaults.ts';
import { sameFlags } from './pod-flags.ts';
import { appArmorPrefix } from './profile-annotations.ts';

/** A Pod that is there may get other images, an earlier deadline, more tolerations and fewer scheduling gates. */
export function validatePodUpdate(check: Check, pod: Pod, old: Pod): void {
  const prefix = pod.metadata?.generateName ?? '';
  if (prefix !== '') {
    expectFormat(check, child(undefined, 'metadata', 'generateName'), prefix, dns1123Subdomain(prefixOf(prefix)));
  }
  validateAnnotationChanges(check, pod, old);
  const at = child(undefined, 'spec');
  const before = withPodDefaults(old.spec ?? {});
  const spec = withPodDefaults({ ...priorityOf(old.spec ?? {}), ...pod.spec });
  for (const list of ['containers', 'initContainers'] as const) {
    if ((spec[list] ?? []).length === (before[list] ?? []).length) continue;
    forbidden(check, child(at, list), 'may not be added or removed');
    return;
  }
  if (!validateDeadline(check, spec, before, child(at, 'activeDeadlineSeconds'))) return;
  validateAddedTolerations(check, spec, before, child(at, 'tolerations'));
  const oldGates = new Set((before.schedulingGates ?? []).map((gate) => gate.name));
  for (const [position, gate] of (spec.schedulingGates ?? []).entries()) {
    if (oldGates.has(gate.name)) continue;
    forbidden(check, child(index(child(at, 'schedulingGates'), position), 'name'), 'gates may only be removed');
  }
  const narrowed = oldGates.size > 0 ? narrowedScheduling(check, spec, before, at) : spec;
  if (!sameValue(withoutChangeable(narrowed, before), before) || !sameFlags(narrowed, before)) {
    forbidden(
      check,
      at,
      'of a Pod that is there, only images, activeDeadlineSeconds, tolerations and gates may change',
    );
  }
}

function validateAnnotationChanges(check: Check, pod: Pod, old: Pod): void {
  const [annotations, before] = [pod.metadata?.annotations ?? {}, old.metadata?.annotations ?? {}];
  for (const name of new Set([...Object.keys(annotations), ...Object.keys(before)])) {
    if (annotations[name] === before[name] || (name !== mirrorPod && !name.startsWith(appArmorPrefix))) continue;
    forbidden(check, keyed(child(undefined, 'metadata', 'annotations'), name), 'may not change on a Pod that is there');
  }
}

/** What a PriorityClass gave it: the server keeps that where nothing is said. */
function priorityOf({ priority, preemptionPolicy }: PodSpec): PodSpec {
  return {
    ...(priority === undefined ? {} : { priority }),
    ...(preemptionPolicy === undefined ? {} : { preemptionPolicy }),
  };
}

/** Returns whether the server looks further. */
function validateDeadline(check: Check, spec: PodSpec, old: PodSpec, at: FieldPath): boolean {
  const [deadline, before] = [spec.activeDeadlineSeconds, old.activeDeadlineSeconds];
  if (deadline === undefined) {
    if (before !== undefined) invalid(check, at, deadline, 'may not be taken away');
    return true;
  }
  if (deadline < 0 || deadline > 2 ** 31 - 1) return false;
  if (before === undefined || before >= deadline) return true;
  invalid(check, at, deadline, 'may not be later than before');
  return false;
}

function validateAddedTolerations(check: Check, spec: PodSpec, old: PodSpec, at: FieldPath): void {
  const tolerations = withDefaultTolerations(spec.tolerations ?? []);
  const isKept = (one: Toleration): boolean =>
    tolerations.some((other) => sameValue({ ...other, tolerationSeconds: 0 }, { ...one, tolerationSeconds: 0 }));
  if (!(old.tolerations ?? []).every((one) => isKept(one))) {
    forbidden(check, at, 'those that are there may change their tolerationSeconds only');
  }
}

/** The server adds what lets a Pod stay on a node that fails, for five minutes, wherever nothing is said of it. */
function withDefaultTolerations(tolerations: readonly Toleration[]): readonly Toleration[] {
  const added = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable']
    .filter(
      (taint) => !tolerations.some(({ key, effect }) => (!key || key === taint) && (!effect || effect === 'NoExecute')),
    )
    .map((taint) => ({ key: taint, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 }));
  return [...tolerations, ...added];
}

function withoutChangeable(spec: PodSpec, old: PodSpec): PodSpec {
  const { activeDeadlineSeconds: _, tolerations: __, schedulingGates: ___, ...rest } = spec;
  const { activeDeadlineSeconds, tolerations, schedulingGates } = old;
  const endsAtOnce = (old.terminationGracePeriodSeconds ?? 0) < 0 && spec.terminationGracePeriodSeconds === 1;
  return {
    ...rest,
    ...(activeDeadlineSeconds === undefined ? {} : { activeDeadlineSeconds }),
    ...(tolerations === undefined ? {} : { tolerations }),
    ...(schedulingGates === undefined ? {} : { schedulingGates }),
    ...(endsAtOnce ? { terminationGracePeriodSeconds: old.terminationGracePeriodSeconds ?? 0 } : {}),
    ...withImages(spec, old, 'containers'),
    ...withImages(spec, old, 'initContainers'),
  };
}

function withImages(spec: PodSpec, old: PodSpec, list: 'containers' | 'initContainers'): PodSpec {
  const containers: readonly Container[] | undefined = spec[list];
  if (containers === undefined) return {};
  return { [list]: containers.map((one, position) => withImage(one, old[list]?.[position]?.image)) };
}

function withImage(container: Container, image = ''): Container {
  return { ...container, image };
}
