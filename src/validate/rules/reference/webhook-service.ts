import { itemsOf, mappingOf, portOf, textOf } from '../../../analysis/index.ts';
import type { Loose, SetObject, World } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import type { ReportOn } from '../../rule.ts';
import { referencesIn } from './ends.ts';
import { wantPort } from './service-backend.ts';

const webhooks = ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'].map(
  (kind) => `admissionregistration.k8s.io/${kind}`,
);
const apiService = 'apiregistration.k8s.io/APIService';
const definition = 'apiextensions.k8s.io/CustomResourceDefinition';

export const webhookService = defineRule({
  id: 'webhook-service',
  set: 'reference',
  title: 'The Service that an API server is to call is there: of a webhook, an APIService or a conversion.',
  fix: 'Name a Service, its namespace and one of its ports (443 unless given): without it requests are refused.',
  severity: 'error',
  kinds: [...webhooks, apiService, definition],
  checkSet(world, report) {
    for (const from of webhooks.flatMap((kind) => world.ofKind(kind))) {
      for (const [place, webhook] of itemsOf(from.object, 'webhooks')) {
        const service = mappingOf(webhook, 'clientConfig', 'service');
        check(
          world,
          report,
          from,
          `webhook ${textOf(webhook, 'name') ?? ''}`,
          service,
          `/webhooks/${place}/clientConfig/service`,
        );
      }
    }
    for (const from of world.ofKind(apiService))
      check(world, report, from, 'service', mappingOf(from.object, 'spec', 'service'), '/spec/service');
    for (const from of world.ofKind(definition)) {
      const service = mappingOf(from.object, 'spec', 'conversion', 'webhook', 'clientConfig', 'service');
      check(world, report, from, 'conversion', service, '/spec/conversion/webhook/clientConfig/service');
    }
  },
});

function check(world: World, report: ReportOn, from: SetObject, part: string, service: Loose, pointer: string): void {
  const name = textOf(service, 'name');
  if (name === undefined) return;
  const port = portOf(service, 'port');
  wantPort(referencesIn(world), report, {
    from,
    part,
    pointer: `${pointer}/name`,
    kind: '/Service',
    namespace: textOf(service, 'namespace'),
    name,
    alone: 'never',
    port: port ?? 443,
    portPointer: port === undefined ? pointer : `${pointer}/port`,
  });
}
