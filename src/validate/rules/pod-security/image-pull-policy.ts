import { defineRule } from '../../rule.ts';
import { imagesOf } from './image-name.ts';

export const imagePullPolicy = defineRule({
  id: 'image-pull-policy',
  set: 'strict',
  title: 'A tag is looked up each time a container starts.',
  fix: 'Set `imagePullPolicy: Always`, or name the image by digest.',
  severity: 'warning',
  aliases: ['kube-score/container-image-pull-policy', 'polaris/pullPolicyNotAlways', 'checkov/CKV_K8S_15'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined) return;
    for (const { user, tag = 'latest', digest, pullPolicy, policyPointer } of imagesOf(pod)) {
      // A digest names the same bytes for ever. Without a policy, latest is always looked up.
      if (digest !== undefined || pullPolicy === 'Always' || (pullPolicy === undefined && tag === 'latest')) continue;
      report({
        messageId: pullPolicy === undefined ? 'required' : 'not-always',
        message: `${user} may run what the node once got as tag "${tag}", and needs no right to pull it`,
        pointer: policyPointer,
        ...(pullPolicy === undefined ? {} : { seen: pullPolicy }),
        allowed: 'Always',
      });
    }
  },
});
