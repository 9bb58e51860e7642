import { definePodRule, mainContainersOf } from '../../workloads/index.ts';

export const distinctPorts = definePodRule({
  id: 'distinct-ports',
  set: 'recommended',
  title: 'The containers of a pod listen on ports of their own.',
  fix: 'Give one of the containers another port.',
  severity: 'warning',
  checkPod(pod, report) {
    const taken = new Map<string, string>();
    for (const { container, name, pointer } of mainContainersOf(pod)) {
      for (const [position, { containerPort, protocol = 'TCP', hostIP = '' }] of (container.ports ?? []).entries()) {
        const key = `${hostIP} ${containerPort ?? 0}/${protocol}`;
        const first = taken.get(key);
        taken.set(key, first ?? name);
        // Within a container a number may have two names.
        if (first === undefined || first === name) continue;
        report({
          messageId: 'taken',
          message: `containers "${first}" and "${name}" share an address, and both listen on port ${containerPort ?? 0}/${protocol}: the second cannot start`,
          pointer: `${pointer}/ports/${position}/containerPort`,
          seen: String(containerPort ?? 0),
        });
      }
    }
  },
});
