import type { Container, ContainerPort, PodSpec } from '../../schema/types/core-v1.ts';

/** What the server fills into a new Pod, so far as a file may leave it out or spell it: for comparing two of them. */
export function withPodDefaults(spec: PodSpec): PodSpec {
  const { serviceAccount, ...rest } = spec;
  const account = spec.serviceAccountName || (serviceAccount ?? '') || 'default';
  return {
    dnsPolicy: 'ClusterFirst',
    enableServiceLinks: true,
    preemptionPolicy: 'PreemptLowerPriority',
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    terminationGracePeriodSeconds: 30,
    ...rest,
    serviceAccountName: account,
    ...(spec.containers === undefined ? {} : { containers: spec.containers.map((one) => withDefaults(one)) }),
    ...(spec.initContainers === undefined
      ? {}
      : { initContainers: spec.initContainers.map((one) => withDefaults(one)) }),
  };
}

function withDefaults(container: Container): Container {
  const { resources, ports } = container;
  return {
    imagePullPolicy: isLatest(container.image ?? '') ? 'Always' : 'IfNotPresent',
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    ...container,
    ...(ports === undefined ? {} : { ports: ports.map((port) => withProtocol(port)) }),
    ...(resources?.limits === undefined
      ? {}
      : { resources: { ...resources, requests: { ...resources.limits, ...resources.requests } } }),
  };
}

function withProtocol(port: ContainerPort): ContainerPort {
  return { protocol: 'TCP', ...port };
}

function isLatest(image: string): boolean {
  const name = image.slice(image.lastIndexOf('/') + 1);
  return name.endsWith(':latest') || (!name.includes(':') && !name.includes('@'));
}
