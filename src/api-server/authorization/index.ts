import type { KindValidation } from '../kind-validation.ts';
import { localSubjectAccessReviewValidation } from './local-subject-access-review.ts';
import { selfSubjectAccessReviewValidation } from './self-subject-access-review.ts';
import { selfSubjectRulesReviewValidation } from './self-subject-rules-review.ts';
import { subjectAccessReviewValidation } from './subject-access-review.ts';

export const authorizationKinds: readonly KindValidation[] = [
  subjectAccessReviewValidation,
  localSubjectAccessReviewValidation,
  selfSubjectAccessReviewValidation,
  selfSubjectRulesReviewValidation,
];
