import type { Container, ContainerPort, PodSpec, PodTemplateSpec } from '../../schema/types/core-v1.ts';
import { amountLists, amounts, ofPod, ofTemplate } from './pod-default-values.ts';
import { rounded } from './resources.ts';

type Fields = Readonly<Record<string, unknown>>;
type Change = (value: unknown) => unknown;

/** What the server makes of a Pod's spec, so far as a file may leave it out or spell it otherwise: for comparing two. */
export function withPodDefaults(spec: PodSpec): PodSpec {
  let all: unknown = spec;
  for (const list of ['containers', 'initContainers']) {
    all = changeAt(all, [list], requestsFromLimits);
    if (spec.hostNetwork === true) all = changeAt(all, [list, 'ports'], onHost);
  }
  return filledIn(all as PodSpec, ofPod);
}

/** The same of a template, which is left more as it is written. */
export function withTemplateDefaults(template: PodTemplateSpec): PodTemplateSpec {
  return { ...template, spec: filledIn(template.spec ?? {}, ofTemplate) };
}

function filledIn({ serviceAccount, ...spec }: PodSpec, defaults: Fields): PodSpec {
  const name = spec.serviceAccountName || serviceAccount;
  let all: unknown = name ? { ...spec, serviceAccountName: name } : spec;
  for (const list of ['containers', 'initContainers']) all = changeAt(all, [list], withPullPolicy);
  for (const [path, value] of Object.entries(defaults)) {
    all = changeAt(all, path.split('.'), (written) => (isUnset(written, path) ? value : written));
  }
  for (const path of amounts) all = changeAt(all, path.split('.'), amountOf);
  for (const path of amountLists) all = changeAt(all, path.split('.'), amountsOf);
  return all as PodSpec;
}

/** Every item of a list on the way. What is not there on the way stays away. */
function changeAt(value: unknown, [name, ...rest]: readonly string[], change: Change): unknown {
  if (Array.isArray(value))
    return value.map((item) => changeAt(item, name === undefined ? [] : [name, ...rest], change));
  if (name === undefined) return change(value);
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Fields;
  if (rest.length > 0 && fields[name] === undefined) return value;
  return { ...fields, [name]: changeAt(fields[name], rest, change) };
}

/** Zero is none in a probe; elsewhere it is a number like others. */
function isUnset(value: unknown, path: string): boolean {
  return value === undefined || value === '' || (value === 0 && path.includes('Probe.'));
}

function requestsFromLimits(value: unknown): unknown {
  if (value === undefined) return value;
  const container = value as Container;
  const { limits, requests } = container.resources ?? {};
  return { ...container, resources: { ...container.resources, requests: { ...limits, ...requests } } };
}

function withPullPolicy(value: unknown): unknown {
  if (value === undefined) return value;
  const container = value as Container;
  const policy = isLatest(container.image ?? '') ? 'Always' : 'IfNotPresent';
  return { ...container, imagePullPolicy: container.imagePullPolicy || policy };
}

function isLatest(image: string): boolean {
  const name = image.slice(image.lastIndexOf('/') + 1);
  return name.endsWith(':latest') || (!name.includes(':') && !name.includes('@'));
}

function onHost(value: unknown): unknown {
  if (value === undefined) return value;
  const port = value as ContainerPort;
  return { ...port, hostPort: port.hostPort || port.containerPort };
}

function amountsOf(value: unknown): unknown {
  return Object.fromEntries(Object.entries((value ?? {}) as Fields).map(([name, one]) => [name, amountOf(one)]));
}

/** As many billionths: the same however it is written. */
function amountOf(value: unknown): unknown {
  return typeof value === 'string' || typeof value === 'number' ? (rounded(value)?.nano ?? value) : value;
}
