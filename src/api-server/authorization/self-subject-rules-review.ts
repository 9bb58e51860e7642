import type { SelfSubjectRulesReview } from '../../schema/types/authorization-v1.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkRequiredText } from '../text-field.ts';

export const selfSubjectRulesReviewValidation = defineKind<SelfSubjectRulesReview>({
  group: 'authorization.k8s.io',
  kind: 'SelfSubjectRulesReview',
  rule: {
    id: 'valid-self-subject-rules-review',
    title: 'A SelfSubjectRulesReview is one that the API server accepts.',
    fix: 'Name the namespace that the question is about.',
  },
  name: () => undefined,
  answered: true,
  validate(check, review) {
    checkRequiredText(check, child(undefined, 'spec', 'namespace'), review.spec?.namespace);
  },
});
