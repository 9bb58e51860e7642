import { definePodRule, mainContainersOf } from '../../workloads/index.ts';

export const portNames = definePodRule({
  id: 'port-names',
  set: 'strict',
  title: 'Ports have names, each of its own in the pod.',
  fix: 'Name each port, for example http or metrics, and differently in each container.',
  severity: 'info',
  aliases: ['kube-score/container-ports-check'],
  checkPod(pod, report) {
    const taken = new Map<string, string>();
    for (const { container, name: own, pointer } of mainContainersOf(pod)) {
      for (const [position, { name = '', containerPort = 0 }] of (container.ports ?? []).entries()) {
        const first = taken.get(name);
        if (name !== '') taken.set(name, own);
        if (name !== '' && first === undefined) continue;
        report({
          messageId: name === '' ? 'missing' : 'taken',
          message:
            name === ''
              ? `port ${containerPort} of container "${own}" has no name: a Service must repeat its number`
              : `port "${name}" of container "${own}" has the name of a port of container "${first ?? ''}": a Service finds the first alone`,
          pointer: `${pointer}/ports/${position}/name`,
          ...(name === '' ? {} : { seen: name }),
        });
      }
    }
  },
});
