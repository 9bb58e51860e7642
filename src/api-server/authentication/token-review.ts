import type { TokenReview } from '../../schema/types/authentication-v1.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkRequiredText } from '../text-field.ts';

export const tokenReviewValidation = defineKind<TokenReview>({
  group: 'authentication.k8s.io',
  kind: 'TokenReview',
  rule: {
    id: 'valid-token-review',
    title: 'A TokenReview is one that the API server accepts.',
    fix: 'Set the token that the question is about.',
  },
  name: () => undefined,
  answered: true,
  validate(check, review) {
    checkRequiredText(check, child(undefined, 'spec', 'token'), review.spec?.token);
  },
});
