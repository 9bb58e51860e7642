import { cronSchedule, dns1123Subdomain, timeZone } from '../../formats/index.ts';
import type { CronJob, CronJobSpec } from '../../schema/types/batch-v1.ts';
import { invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { nameOf } from '../meta/object-meta.ts';
import { checkNotNegative } from '../number-field.ts';
import { checkOneOf, checkText } from '../text-field.ts';
import { validateJobSpec } from './job-spec.ts';

/** Its jobs get the name and eleven characters. */
const longestName = 52;
/** Time zones inside schedules are refused since then, save in old objects. */
const noZoneSince = 29;

export const cronJobValidation = defineKind<CronJob>({
  group: 'batch',
  kind: 'CronJob',
  rule: {
    id: 'valid-cron-job',
    title: 'A CronJob is one that the API server accepts.',
    fix: 'Give five fields or `@daily` and its like in `spec.schedule`, the time zone in `spec.timeZone`, and `restartPolicy` Never or OnFailure.',
  },
  name: dns1123Subdomain,
  validate(check, { metadata = {}, spec = {} }) {
    const at = child(undefined, 'spec');
    const old = check.old as CronJob | undefined;
    const name = nameOf(metadata);
    if (old === undefined && name.length > longestName) {
      invalid(check, child(undefined, 'metadata', 'name'), name, `may have at most ${longestName} characters`);
    }
    validateSchedule(check, spec, old?.spec, child(at, 'schedule'));
    checkNotNegative(check, child(at, 'startingDeadlineSeconds'), spec.startingDeadlineSeconds);
    if (spec.timeZone !== undefined && spec.timeZone !== old?.spec?.timeZone) {
      checkText(check, child(at, 'timeZone'), spec.timeZone, timeZone);
    }
    const { concurrencyPolicy = '' } = spec;
    if (concurrencyPolicy !== '') {
      checkOneOf(check, child(at, 'concurrencyPolicy'), concurrencyPolicy, ['Allow', 'Forbid', 'Replace']);
    }
    validateJobTemplate(check, spec, child(at, 'jobTemplate', 'spec'));
    checkNotNegative(check, child(at, 'successfulJobsHistoryLimit'), spec.successfulJobsHistoryLimit);
    checkNotNegative(check, child(at, 'failedJobsHistoryLimit'), spec.failedJobsHistoryLimit);
  },
});

function validateSchedule(check: Check, spec: CronJobSpec, old: CronJobSpec | undefined, at: FieldPath): void {
  const { schedule = '' } = spec;
  if (schedule === '') return required(check, at);
  checkText(check, at, schedule, cronSchedule);
  if (!schedule.includes('TZ')) return;
  const tolerated = check.minor < noZoneSince || old?.schedule?.includes('TZ') === true;
  if (!tolerated || spec.timeZone !== undefined)
    invalid(check, at, schedule, 'may have no time zone: timeZone is for it');
}

function validateJobTemplate(check: Check, { jobTemplate = {} }: CronJobSpec, at: FieldPath): void {
  const { spec = {} } = jobTemplate;
  validateJobSpec(check, spec, at);
  if (spec.selector !== undefined) invalid(check, child(at, 'selector'), spec.selector, 'is for the server to set');
  if (spec.manualSelector === true) notSupported(check, child(at, 'manualSelector'), true, ['false']);
}
