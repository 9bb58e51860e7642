import { formatObject } from '../../../kernel/index.ts';
import type { Port, Present, ReferenceIndex } from '../../../analysis/index.ts';
import type { ReportOn } from '../../rule.ts';
import { listPorts } from './container-ports.ts';
import { presentNoun, relatedTo, want } from './ends.ts';
import type { Wanted } from './ends.ts';

/** A Service that is named together with one of its ports. */
export interface WantedPort extends Wanted {
  readonly port: Port | undefined;
  readonly portPointer: string;
}

/** Reports a Service that is not there, or has not the port. */
export function wantPort(index: ReferenceIndex, report: ReportOn, wanted: WantedPort): Present | undefined {
  const service = want(index, report, wanted);
  const { from, part, port, portPointer } = wanted;
  if (service?.ports === undefined || port === undefined || service.ports.includes(port)) return service;
  // Names that the set's own object has not are wrong; an ExternalName has no ports to look at.
  if (service.ports.length === 0) return service;
  report(from, {
    messageId: 'missing-port',
    message: `${formatObject(from.ref)}: ${part} names port ${port} of ${presentNoun(service)}, which has ${listPorts(service.ports)}`,
    pointer: portPointer,
    seen: String(port),
    allowed: listPorts(service.ports),
    ...relatedTo(service),
  });
  return service;
}
