import { formatObject } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import { listPorts, portsOfContainer } from './container-ports.ts';
import { probePortsOf } from './probe-ports.ts';

export const probePort = defineRule({
  id: 'probe-port',
  set: 'reference',
  title: 'A port that a probe or a lifecycle handler names is a port of its container.',
  fix: 'Name a port of the container, or give the port that is meant this name.',
  severity: 'error',
  aliases: ['kube-linter/liveness-port', 'kube-linter/readiness-port', 'kube-linter/startup-port'],
  kinds: 'pod-template',
  check({ ref, pod }, report) {
    if (pod === undefined) return;
    for (const { container, name, part, port, pointer } of probePortsOf(pod)) {
      const ports = portsOfContainer(container);
      if (typeof port !== 'string' || ports.includes(port)) continue;
      report({
        messageId: 'name',
        message: `${formatObject(ref)}: the ${part} of container ${name} asks port ${port}, which the container does not have: ${listPorts(ports)}`,
        pointer,
        seen: port,
        allowed: listPorts(ports),
      });
    }
  },
});
