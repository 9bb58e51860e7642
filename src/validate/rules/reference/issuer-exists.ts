import { textOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';

const group = 'cert-manager.io';
const annotated = [
  'networking.k8s.io/Ingress',
  'gateway.networking.k8s.io/Gateway',
  'gateway.networking.k8s.io/ListenerSet',
];
const annotations: Readonly<Record<string, string>> = {
  'cert-manager.io/issuer': 'Issuer',
  'cert-manager.io/cluster-issuer': 'ClusterIssuer',
};

export const issuerExists = defineRule({
  id: 'issuer-exists',
  set: 'reference',
  title: 'The issuer of a certificate is there.',
  fix: 'Name an Issuer of the namespace or a ClusterIssuer, with its `kind`, or declare the one that is made outside this repository.',
  severity: 'error',
  kinds: [`${group}/Certificate`, `${group}/CertificateRequest`, ...annotated],
  checkSet(world, report) {
    const index = referencesIn(world);
    const alone = 'never';
    for (const from of ['Certificate', 'CertificateRequest'].flatMap((kind) => world.ofKind(`${group}/${kind}`))) {
      const name = textOf(from.object, 'spec', 'issuerRef', 'name');
      if (name === undefined) continue;
      const own = textOf(from.object, 'spec', 'issuerRef', 'kind') ?? 'Issuer';
      const kind = `${textOf(from.object, 'spec', 'issuerRef', 'group') ?? group}/${own}`;
      const namespace = own === 'Issuer' ? from.ref.namespace : undefined;
      want(index, report, { from, part: 'issuerRef', pointer: '/spec/issuerRef/name', kind, namespace, name, alone });
    }
    for (const from of annotated.flatMap((kind) => world.ofKind(kind))) {
      // Another group is named by an annotation of its own.
      if (from.annotations['cert-manager.io/issuer-group'] !== undefined) continue;
      for (const [annotation, own] of Object.entries(annotations)) {
        const name = from.annotations[annotation];
        if (name === undefined || name === '') continue;
        const named = from.annotations['cert-manager.io/issuer-kind'] ?? own;
        const kind = `${group}/${named}`;
        const namespace = named === 'Issuer' ? from.ref.namespace : undefined;
        const pointer = `/metadata/annotations/${annotation.replaceAll('/', '~1')}`;
        want(index, report, { from, part: `annotation ${annotation}`, pointer, kind, namespace, name, alone });
      }
    }
  },
});
