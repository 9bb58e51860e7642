import { formatObject } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import { listPorts, portsOfContainer } from './container-ports.ts';
import { probePortsOf } from './probe-ports.ts';

export const probePortListed = defineRule({
  id: 'probe-port-listed',
  set: 'strict',
  title: 'A port number that a probe asks is listed among the ports of its container.',
  fix: 'List the port in `ports` of the container, and name it in the probe.',
  severity: 'warning',
  aliases: ['kube-linter/liveness-port', 'kube-linter/readiness-port', 'kube-linter/startup-port'],
  kinds: 'pod-template',
  check({ ref, pod }, report) {
    if (pod === undefined) return;
    for (const { container, name, part, port, pointer } of probePortsOf(pod)) {
      const ports = portsOfContainer(container);
      if (typeof port !== 'number' || ports.includes(port) || !part.endsWith('probe')) continue;
      report({
        messageId: 'number',
        message: `${formatObject(ref)}: the ${part} of container ${name} asks port ${port}, which the container does not list: ${listPorts(ports)}`,
        pointer,
        seen: String(port),
        allowed: listPorts(ports),
      });
    }
  },
});
