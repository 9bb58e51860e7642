import type { SubjectAccessReview } from '../../schema/types/authorization-v1.ts';
import { defineKind } from '../kind-validation.ts';
import { validateAccessQuestion, validateAsker, validateNoMetadata } from './review-parts.ts';

export const subjectAccessReviewValidation = defineKind<SubjectAccessReview>({
  group: 'authorization.k8s.io',
  kind: 'SubjectAccessReview',
  rule: {
    id: 'valid-subject-access-review',
    title: 'A SubjectAccessReview is one that the API server accepts.',
    fix: 'Ask for a user or groups, about a resource or a URL, and give the review no metadata.',
  },
  name: () => undefined,
  answered: true,
  validate(check, review) {
    validateAccessQuestion(check, review.spec);
    validateAsker(check, review.spec);
    validateNoMetadata(check, review.metadata);
  },
});
