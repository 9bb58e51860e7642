import { definePodRule, pairsOption } from '../../workloads/index.ts';

export const dnsOptions = definePodRule({
  id: 'dns-options',
  set: 'strict',
  title: 'A pod looks up names without needless questions.',
  fix: 'Add `dnsConfig.options` with `ndots` of 2, and write names of Services with their namespace.',
  severity: 'info',
  aliases: ['kube-linter/dnsconfig-options'],
  options: { options: { ndots: '2' } },
  checkPod({ spec, pointer }, report, options) {
    // With its node's or its own resolver nothing is searched.
    if (spec.dnsPolicy === 'None' || spec.dnsPolicy === 'Default') return;
    for (const [name, value] of pairsOption(options, 'options')) {
      const own = (spec.dnsConfig?.options ?? []).find((option) => option.name === name);
      if (own?.value === value) continue;
      report({
        messageId: own === undefined ? 'missing' : 'other-value',
        message: `the resolver's option ${name} is ${own?.value ?? "the cluster's"}, not ${value}`,
        pointer: `${pointer}/spec/dnsConfig/options`,
        ...(own?.value === undefined ? {} : { seen: own.value }),
        allowed: `${name}: ${value}`,
      });
    }
  },
});
