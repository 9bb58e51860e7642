import type { LocalSubjectAccessReview } from '../../schema/types/authorization-v1.ts';
import { invalid } from '../check.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { validateAccessQuestion, validateAsker, validateNoMetadata } from './review-parts.ts';

export const localSubjectAccessReviewValidation = defineKind<LocalSubjectAccessReview>({
  group: 'authorization.k8s.io',
  kind: 'LocalSubjectAccessReview',
  rule: {
    id: 'valid-local-subject-access-review',
    title: 'A LocalSubjectAccessReview is one that the API server accepts.',
    fix: "Ask for a user or groups, about a resource of the review's own namespace, and give it no other metadata.",
  },
  name: () => undefined,
  answered: true,
  validate(check, { metadata, spec }) {
    validateAccessQuestion(check, spec);
    validateAsker(check, spec);
    validateNoMetadata(check, metadata, true);
    const asked = spec?.resourceAttributes?.namespace ?? '';
    // Which namespace an object without one gets is decided by who sends it.
    const own = metadata?.namespace ?? '';
    if (spec?.resourceAttributes !== undefined && (own === '' ? asked === '' : asked !== own)) {
      invalid(
        check,
        child(undefined, 'spec', 'resourceAttributes', 'namespace'),
        asked,
        'must be the namespace of the review',
      );
    }
    if (spec?.nonResourceAttributes !== undefined) {
      invalid(
        check,
        child(undefined, 'spec', 'nonResourceAttributes'),
        undefined,
        'may not stand in a review of a namespace',
      );
    }
  },
});
