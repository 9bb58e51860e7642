import type { Job, JobSpec } from '../../schema/types/batch-v1.ts';
import type { Affinity, Container, PodSpec, PodTemplateSpec } from '../../schema/types/core-v1.ts';
import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import { withTemplateDefaults } from '../core/pod-defaults.ts';
import { child } from '../field-path.ts';
import { checkUnchanged } from '../same-value.ts';
import { generatedLabels } from './generated-selector.ts';

const fixed = ['podFailurePolicy', 'backoffLimitPerIndex', 'managedBy', 'successPolicy'] as const;
/** Requests and limits of a suspended Job's containers may change. */
const resourcesSince = 36;

export function validateJobUpdate(check: Check, job: Job, old: Job): void {
  const at = child(undefined, 'spec');
  const { spec = {} } = job;
  const before = old.spec ?? {};
  validateCompletions(check, spec, before);
  // A selector that the author leaves to the server is the server's to keep.
  if (spec.selector !== undefined) checkUnchanged(check, child(at, 'selector'), spec.selector, before.selector);
  checkUnchanged(
    check,
    child(at, 'completionMode'),
    spec.completionMode ?? 'NonIndexed',
    before.completionMode ?? 'NonIndexed',
  );
  for (const name of fixed) checkUnchanged(check, child(at, name), spec[name], before[name]);

  const own = new Set(spec.manualSelector === true ? [] : Object.keys(generatedLabels(check, job)));
  const template = withoutLabels(withTemplateDefaults(spec.template ?? {}), own);
  const oldTemplate = withoutLabels(withTemplateDefaults(before.template ?? {}), own);
  const suspended = before.suspend === true;
  const waiting =
    suspended && (old.status?.startTime === undefined || (check.minor >= resourcesSince && isSuspended(old)));
  const open = waiting ? withFreeDirectives(template, oldTemplate) : oldTemplate;
  if (waiting && check.minor >= resourcesSince) {
    const specAt = child(at, 'template', 'spec');
    const { spec: podSpec = {} } = template;
    checkUnchanged(check, specAt, podSpec, withFreeResources(podSpec, open.spec ?? {}));
  } else checkUnchanged(check, child(at, 'template'), template, open);
}

function validateCompletions(check: Check, spec: JobSpec, old: JobSpec): void {
  const completions = completionsOf(spec);
  const at = child(undefined, 'spec', 'completions');
  if (spec.completionMode !== 'Indexed') return checkUnchanged(check, at, completions, completionsOf(old));
  if (completions === undefined || completions === completionsOf(old) || completions === (spec.parallelism ?? 1))
    return;
  invalid(check, at, completions, 'may only change together with parallelism');
}

function completionsOf({ completions, parallelism }: JobSpec): number | undefined {
  return completions ?? (parallelism === undefined ? 1 : undefined);
}

function isSuspended({ status }: Job): boolean {
  const condition = status?.conditions?.find(({ type }) => type === 'Suspended');
  return condition?.status === 'True' && (status?.active ?? 0) === 0;
}

function withoutLabels(template: PodTemplateSpec, names: ReadonlySet<string>): PodTemplateSpec {
  const labels = Object.entries(template.metadata?.labels ?? {}).filter(([name]) => !names.has(name));
  return { ...template, metadata: { ...template.metadata, labels: Object.fromEntries(labels) } };
}

interface Template {
  readonly metadata?: unknown;
  readonly spec: object;
}

/** The old template, with what says where the pods of a waiting Job may run from the new one. */
function withFreeDirectives({ metadata = {}, spec = {} }: PodTemplateSpec, old: PodTemplateSpec): Template {
  const { annotations, labels } = metadata;
  const { nodeSelector, tolerations, schedulingGates } = spec;
  const affinity = withFreeAffinity(spec.affinity, old.spec?.affinity);
  return {
    metadata: { ...old.metadata, annotations, labels },
    spec: { ...old.spec, affinity, nodeSelector, tolerations, schedulingGates },
  };
}

/** Only the nodes that pods want to run on are free, not the pods that they want to run beside. */
function withFreeAffinity(affinity: Affinity | undefined, old: Affinity = {}): Affinity | undefined {
  const { nodeAffinity: _, ...kept } = old;
  if (affinity === undefined) return Object.keys(kept).length === 0 ? undefined : kept;
  return affinity.nodeAffinity === undefined ? kept : { ...kept, nodeAffinity: affinity.nodeAffinity };
}

function withFreeResources(spec: PodSpec, old: PodSpec): object {
  const containers = withResourcesOf(spec.containers ?? [], old.containers ?? []);
  const initContainers = withResourcesOf(spec.initContainers ?? [], old.initContainers ?? []);
  return { ...old, containers, initContainers };
}

function withResourcesOf(containers: readonly Container[], old: readonly Container[]): readonly object[] {
  if (containers.length !== old.length) return old;
  return old.map((container, position) => {
    const { name, resources } = containers[position] ?? {};
    return name === container.name ? { ...container, resources } : container;
  });
}
