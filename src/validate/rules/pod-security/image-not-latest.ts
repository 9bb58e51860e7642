import { defineRule } from '../../rule.ts';
import { imagesOf } from './image-name.ts';

export const imageNotLatest = defineRule({
  id: 'image-not-latest',
  set: 'recommended',
  title: 'Images are named by a tag that stays, or by digest.',
  fix: 'Name a version (`web:1.4.2`), or better a digest (`web@sha256:...`).',
  severity: 'error',
  aliases: [
    'kube-linter/latest-tag',
    'kube-score/container-image-tag',
    'polaris/tagNotSpecified',
    'checkov/CKV_K8S_14',
    'monokle/KBP001',
    'monokle/KBP116',
  ],
  restates: ['image-digest-pinned'],
  options: { tags: ['latest'] },
  kinds: 'pod-template',
  check({ pod, target }, report, _leaveOut, { tags }) {
    if (pod === undefined || !Array.isArray(tags)) return;
    const moving: readonly unknown[] = tags;
    // What runs in production must be what was tried.
    const grave = target.tier === 'prod' || target.tier === 'pre-prod';
    for (const { image, user, tag, digest, pointer } of imagesOf(pod)) {
      if (digest !== undefined || (tag !== undefined && !moving.includes(tag))) continue;
      report({
        messageId: tag === undefined ? 'no-tag' : 'moving-tag',
        message:
          tag === undefined
            ? `${user} runs an image without a tag, which means latest`
            : `${user} runs tag "${tag}", which another image may have tomorrow`,
        pointer,
        seen: image,
        allowed: 'a version or a digest',
        ...(grave ? {} : { severity: 'warning' }),
      });
    }
  },
});
