import { admissionPolicy, defineComponent } from 'keelson';
import { componentLabels } from '../names.ts';
import { digest, registry } from '../policy/admission-images.ts';
import { namespaces, rights, routes, services } from '../policy/admission-network.ts';
import { labels, memory, node } from '../policy/admission-workloads.ts';

const name = 'admission-policy';

const rules = [registry, digest, node, memory, labels, services, routes, rights, namespaces];

export default defineComponent({
  name,
  category: 'security',
  description: "Keeps clusters to Meridian's own admission rules, also for what does not come from this repository.",
  owner: 'platform-security',
  lifecycle: { stage: 'ga', since: '2026-11-21' },
  license: 'Apache-2.0',
  build(scope, { environment }) {
    for (const rule of rules) {
      const { tiers } = rule.value;
      if (tiers !== undefined && !tiers.includes(environment.tier)) continue;
      admissionPolicy(scope, rule, {
        name: `${rule.value.id}.meridian.example`,
        labels: componentLabels(name),
      });
    }
  },
});
