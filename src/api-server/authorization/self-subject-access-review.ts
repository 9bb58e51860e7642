import type { SelfSubjectAccessReview } from '../../schema/types/authorization-v1.ts';
import { defineKind } from '../kind-validation.ts';
import { validateAccessQuestion, validateNoMetadata } from './review-parts.ts';

export const selfSubjectAccessReviewValidation = defineKind<SelfSubjectAccessReview>({
  group: 'authorization.k8s.io',
  kind: 'SelfSubjectAccessReview',
  rule: {
    id: 'valid-self-subject-access-review',
    title: 'A SelfSubjectAccessReview is one that the API server accepts.',
    fix: 'Ask about a resource or a URL, and give the review no metadata.',
  },
  name: () => undefined,
  answered: true,
  validate(check, review) {
    validateAccessQuestion(check, review.spec);
    validateNoMetadata(check, review.metadata);
  },
});
