import { dns1123Label, dns1123Subdomain } from '../../formats/index.ts';
import type { Job, JobSpec } from '../../schema/types/batch-v1.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { selectorMatches, validateLabelSelector } from '../meta/label-selector.ts';
import { validateLabels } from '../meta/labels.ts';
import { nameOf } from '../meta/object-meta.ts';
import { checkGeneratedSelector, generatedLabels, withGeneratedSelector } from './generated-selector.ts';
import { validateJobSpec } from './job-spec.ts';
import { validateJobUpdate } from './job-update.ts';

export const jobValidation = defineKind<Job>({
  group: 'batch',
  kind: 'Job',
  rule: {
    id: 'valid-job',
    title: 'A Job is one that the API server accepts.',
    fix: 'Set `restartPolicy` to Never or OnFailure and leave the selector to the server; to change a template, create another Job.',
  },
  name: dns1123Subdomain,
  renamed: true,
  validate(check, job) {
    const at = child(undefined, 'spec');
    const manual = job.spec?.manualSelector === true;
    if (!manual) checkGeneratedSelector(check, job);
    checkBorrowedLabels(check, job, manual);
    const spec = stored(manual ? (job.spec ?? {}) : withGeneratedSelector(check, job));
    validateJobSpec(check, spec, at);
    validateSelector(check, spec);
    checkHostNames(check, nameOf(job.metadata ?? {}), spec);
  },
  validateUpdate: validateJobUpdate,
});

/** With what the server sets when a Job leaves it out; a CronJob's jobs get it later. */
function stored(spec: JobSpec): JobSpec {
  const alone = spec.completions === undefined && spec.parallelism === undefined;
  return { parallelism: 1, ...(alone ? { completions: 1 } : {}), ...spec };
}

function validateSelector(check: Check, { selector, template }: JobSpec): void {
  const at = child(undefined, 'spec', 'selector');
  if (selector === undefined) required(check, at, 'must be set when manualSelector is true');
  const labels = template?.metadata?.labels ?? {};
  if (validateLabelSelector(check, selector, at) && !selectorMatches(selector, labels)) {
    invalid(
      check,
      child(undefined, 'spec', 'template', 'metadata', 'labels'),
      labels,
      'must be what the selector selects',
    );
  }
}

/** A Job without labels gets those of its template, and those that the server adds to them. */
function checkBorrowedLabels(check: Check, job: Job, manual: boolean): void {
  const labels = job.spec?.template?.metadata?.labels;
  if (labels === undefined || Object.keys(job.metadata?.labels ?? {}).length > 0) return;
  const borrowed = manual ? labels : { ...generatedLabels(check, job), ...labels };
  validateLabels(check, borrowed, child(undefined, 'metadata', 'labels'));
}

/** Pods of an indexed Job get its name and their index. */
function checkHostNames(check: Check, name: string, { completionMode, completions = 0 }: JobSpec): void {
  if (completionMode !== 'Indexed' || completions <= 0) return;
  const wrong = dns1123Label(`${name}-${completions - 1}`);
  if (wrong !== undefined)
    invalid(check, child(undefined, 'metadata', 'name'), name, `with '-' and an index it ${wrong}`);
}
