import { defineRule } from '../../rule.ts';
import { everyTier, isLive } from '../../workloads/index.ts';

export const useNamespace = defineRule({
  id: 'use-namespace',
  set: 'recommended',
  title: 'An object says its namespace, and it is not `default`.',
  fix: 'Set `metadata.namespace` to a namespace that was made for it.',
  severity: 'warning',
  tiers: everyTier,
  aliases: ['kube-linter/use-namespace', 'checkov/CKV_K8S_21', 'kyverno/disallow-default-namespace'],
  kinds: 'every',
  check({ ref, builtIn, custom, decoded }, report) {
    if (builtIn?.namespaced !== true && custom?.namespaced !== true) return;
    // Every cluster has objects of its own in `default`.
    if ((ref.namespace !== undefined && ref.namespace !== 'default') || isLive(decoded.object)) return;
    report({
      messageId: ref.namespace === undefined ? 'missing' : 'default',
      message:
        ref.namespace === undefined
          ? 'where it lands depends on who applies it'
          : "namespace `default` is nobody's: it has no quota, no policies and no owner",
      pointer: '/metadata/namespace',
      ...(ref.namespace === undefined ? {} : { seen: ref.namespace }),
    });
  },
});
