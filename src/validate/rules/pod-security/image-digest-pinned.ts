import { defineRule } from '../../rule.ts';
import { imagesOf } from './image-name.ts';

export const imageDigestPinned = defineRule({
  id: 'image-digest-pinned',
  set: 'recommended',
  title: 'In production, images are named by digest.',
  fix: 'Give `image` a digest, for example ghcr.io/acme/web@sha256:... (in a fleet: `keelson image set`).',
  severity: 'error',
  aliases: ['checkov/CKV_K8S_43'],
  tiers: ['prod', 'pre-prod'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined) return;
    for (const { image, user, tag = 'latest', digest, pointer } of imagesOf(pod)) {
      if (digest !== undefined) continue;
      report({
        messageId: 'tag',
        message: `${user} runs tag "${tag}", not a digest`,
        pointer,
        seen: image,
        allowed: 'sha256 digest',
      });
    }
  },
});
