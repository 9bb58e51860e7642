import { formatObject } from '../../../kernel/index.ts';
import { itemsOf, textOf } from '../../../analysis/index.ts';
import type { SetObject, World } from '../../../analysis/index.ts';
import type { Ingress } from '../../../schema/types/networking-v1.ts';
import { defineRule } from '../../rule.ts';
import type { ReportOn } from '../../rule.ts';
import { nounOf, referencesIn, relatedTo, want } from './ends.ts';
import { isGranted } from './grants.ts';
import { wantKeys } from './missing-keys.ts';

const gateways = ['gateway.networking.k8s.io/Gateway', 'gateway.networking.k8s.io/ListenerSet'];

export const tlsSecret = defineRule({
  id: 'tls-secret',
  set: 'reference',
  title: 'Secrets that Ingresses and Gateways serve TLS with are there, and hold a certificate and its key.',
  fix: 'Name the Secret of a Certificate, a Secret of type `kubernetes.io/tls`, or declare the one that is made outside this repository.',
  severity: 'error',
  kinds: ['networking.k8s.io/Ingress', ...gateways],
  checkSet(world, report) {
    for (const from of world.ofKind('networking.k8s.io/Ingress')) {
      for (const [place, { secretName }] of ((from.object as Ingress).spec?.tls ?? []).entries()) {
        // Without a name the ingress controller has a certificate of its own.
        if (secretName === undefined || secretName === '' || secretName.includes('/')) continue;
        check(world, report, from, { name: secretName, pointer: `/spec/tls/${place}/secretName`, part: 'tls' });
      }
    }
    for (const from of gateways.flatMap((kind) => world.ofKind(kind))) {
      for (const [place, listener] of itemsOf(from.object, 'spec', 'listeners')) {
        for (const [index, certificate] of itemsOf(listener, 'tls', 'certificateRefs')) {
          const name = textOf(certificate, 'name');
          const kind = textOf(certificate, 'kind') ?? 'Secret';
          if (name === undefined || kind !== 'Secret' || textOf(certificate, 'group') !== undefined) continue;
          const pointer = `/spec/listeners/${place}/tls/certificateRefs/${index}/name`;
          const part = `listener ${textOf(listener, 'name') ?? ''}`;
          check(world, report, from, { name, pointer, part, namespace: textOf(certificate, 'namespace') });
        }
      }
    }
  },
});

interface Named {
  readonly name: string;
  readonly namespace?: string | undefined;
  readonly pointer: string;
  readonly part: string;
}

function check(world: World, report: ReportOn, from: SetObject, named: Named): void {
  const { name, pointer, part, namespace = from.ref.namespace } = named;
  const kind = '/Secret';
  const found = want(referencesIn(world), report, { from, part, pointer, kind, namespace, name, alone: 'hint' });
  if (found === undefined) return;
  wantKeys(report, from, part, found, [
    { key: 'tls.crt', pointer },
    { key: 'tls.key', pointer },
  ]);
  if (isGranted(world, from, { group: '', kind: 'Secret', namespace, name })) return;
  report(from, {
    messageId: 'no-grant',
    message: `${formatObject(from.ref)}: ${part} names ${nounOf(kind, namespace, name)} of another namespace, where no ReferenceGrant lets ${from.ref.kind} of ${from.ref.namespace ?? ''} name it`,
    pointer,
    seen: namespace ?? '',
    ...relatedTo(found),
  });
}
