import type { SetObject, World } from '../../../analysis/index.ts';
import type { Ingress, IngressBackend } from '../../../schema/types/networking-v1.ts';
import { defineRule } from '../../rule.ts';
import type { ReportOn } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';
import { wantPort } from './service-backend.ts';

export const ingressBackend = defineRule({
  id: 'ingress-backend',
  set: 'reference',
  title: 'The backends of an Ingress are Services of its namespace, with the port that is named.',
  fix: 'Name a Service of the namespace of the Ingress, and one of its ports: by `name`, or by the number of the Service (not of the container).',
  severity: 'error',
  aliases: ['kube-linter/dangling-ingress', 'kube-score/ingress-targets-service'],
  kinds: ['networking.k8s.io/Ingress'],
  checkSet(world, report) {
    for (const object of world.ofKind('networking.k8s.io/Ingress')) {
      if (object.apiVersion !== 'networking.k8s.io/v1') continue;
      const { spec } = object.object as Ingress;
      check(world, report, object, spec?.defaultBackend, 'default backend', '/spec/defaultBackend');
      for (const [rule, { host = '*', http }] of (spec?.rules ?? []).entries()) {
        for (const [place, { path = '/', backend }] of (http?.paths ?? []).entries()) {
          check(
            world,
            report,
            object,
            backend,
            `path ${host}${path}`,
            `/spec/rules/${rule}/http/paths/${place}/backend`,
          );
        }
      }
    }
  },
});

function check(
  world: World,
  report: ReportOn,
  from: SetObject,
  backend: IngressBackend | undefined,
  part: string,
  pointer: string,
): void {
  const index = referencesIn(world);
  const { service, resource } = backend ?? {};
  const { namespace } = from.ref;
  if (resource?.kind !== undefined && resource.name !== undefined) {
    const kind = `${resource.apiGroup ?? ''}/${resource.kind}`;
    want(index, report, {
      from,
      part,
      pointer: `${pointer}/resource/name`,
      kind,
      namespace,
      name: resource.name,
      alone: 'never',
    });
  }
  if (service?.name === undefined) return;
  const { port } = service;
  // The load balancer controller of AWS: an action in an annotation, no Service.
  if (port?.name === 'use-annotation') return;
  wantPort(index, report, {
    from,
    part,
    pointer: `${pointer}/service/name`,
    kind: '/Service',
    namespace,
    name: service.name,
    alone: 'hint',
    port: port?.name ?? port?.number,
    portPointer: `${pointer}/service/port`,
  });
}
