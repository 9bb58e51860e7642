import type { KindValidation } from '../kind-validation.ts';
import { tokenReviewValidation } from './token-review.ts';

export const authenticationKinds: readonly KindValidation[] = [tokenReviewValidation];
