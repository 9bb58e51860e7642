import { defineRule } from '../../rule.ts';
import type { JsonObject } from '../../../kernel/index.ts';
import { imagesOf } from './image-name.ts';

export const imageRegistry = defineRule({
  id: 'image-registry',
  set: 'recommended',
  title: 'Images come from registries that are allowed and still kept up.',
  fix: 'Take the image from another registry, or let the policy allow this one.',
  severity: 'error',
  options: {
    /** Prefixes of complete names: `ghcr.io/acme`, `docker.io/library/`. None: all. */
    allowed: [],
    /** Registries that get no new images any more, and what took their place. */
    retired: { 'k8s.gcr.io': 'registry.k8s.io', 'docker.pkg.github.com': 'ghcr.io' },
  },
  kinds: 'pod-template',
  check({ pod }, report, _leaveOut, options) {
    if (pod === undefined) return;
    const allowed = textsOf(options['allowed']);
    const retired = new Map(Object.entries((options['retired'] ?? {}) as JsonObject));
    for (const { image, user, repository, pointer } of imagesOf(pod)) {
      const registry = repository.slice(0, repository.indexOf('/'));
      const successor = retired.get(registry);
      if (successor !== undefined) {
        report({
          messageId: 'retired',
          message: `${user} runs an image of ${registry}, which gets no new images any more`,
          pointer,
          seen: image,
          ...(typeof successor === 'string' ? { allowed: successor } : {}),
          severity: 'warning',
        });
      }
      if (allowed.length === 0 || allowed.some((prefix) => isBelow(repository, prefix))) continue;
      report({
        messageId: 'not-allowed',
        message: `${user} runs an image of ${registry}, which the policy does not allow`,
        pointer,
        seen: image,
        allowed: allowed.join(', '),
      });
    }
  },
});

function isBelow(repository: string, prefix: string): boolean {
  return repository === prefix || repository.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
