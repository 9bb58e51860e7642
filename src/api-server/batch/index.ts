import type { KindValidation } from '../kind-validation.ts';
import { cronJobValidation } from './cron-job.ts';
import { jobValidation } from './job.ts';

export const batchKinds: readonly KindValidation[] = [cronJobValidation, jobValidation];
