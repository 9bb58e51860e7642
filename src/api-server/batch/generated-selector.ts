import type { Job, JobSpec } from '../../schema/types/batch-v1.ts';
import type { Labels } from '../meta/labels.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, key } from '../field-path.ts';
import { selectorMatches, validateLabelSelector } from '../meta/label-selector.ts';
import { nameOf } from '../meta/object-meta.ts';
import { isUnset } from '../text-field.ts';

const legacyUid = 'controller-uid';
const legacyName = 'job-name';
const uid = 'batch.kubernetes.io/controller-uid';
const name = 'batch.kubernetes.io/job-name';
/** Nobody can know the one that the server will give. */
const unknownUid = '00000000-0000-0000-0000-000000000000';
/** Labels with the prefix, beside those without. */
const prefixedSince = 27;

/** Read from a server, with all that the server has given it: it gives nothing more to a changed object. */
function isComplete(check: Check, { metadata }: Job): boolean {
  return check.old !== undefined && !isUnset(metadata?.uid);
}

/** The labels that the server gives to the pods of a Job without a selector of its own. */
export function generatedLabels(check: Check, job: Job): Labels {
  const { metadata = {} } = job;
  const old = check.old as Job | undefined;
  const selected = old?.spec?.selector?.matchLabels ?? {};
  const given = old?.metadata?.uid ?? selected[uid] ?? selected[legacyUid] ?? unknownUid;
  const called = nameOf(metadata);
  const legacy = { [legacyUid]: given, [legacyName]: called };
  const oldLabels = old?.spec?.template?.metadata?.labels ?? {};
  const unprefixed = isComplete(check, job) && (oldLabels[uid] === undefined || oldLabels[name] === undefined);
  return check.minor < prefixedSince || unprefixed ? legacy : { ...legacy, [uid]: given, [name]: called };
}

/** A selector, or labels, of the author's own must not contradict those of the server. */
export function checkGeneratedSelector(check: Check, job: Job): void {
  const { selector, template } = withGeneratedSelector(check, job);
  if (selector === undefined) return;
  const expected = generatedLabels(check, job);
  const labels = template?.metadata?.labels ?? {};
  const at = child(undefined, 'spec', 'template', 'metadata', 'labels');
  for (const [label, value] of Object.entries(expected)) {
    const given = labels[label];
    if (given === undefined) required(check, key(at, label), 'may not be taken away');
    else if (given !== value) invalid(check, key(at, label), given, 'is for the server to set');
  }
  const readable = validateLabelSelector({ ...check, errors: [] }, selector, at);
  if (readable && !selectorMatches(selector, expected)) {
    invalid(
      check,
      child(undefined, 'spec', 'selector'),
      selector,
      'is for the server to set, unless manualSelector is true',
    );
  }
}

export function withGeneratedSelector(check: Check, job: Job): JobSpec {
  const { selector = {}, template = {}, ...spec } = job.spec ?? {};
  if (isComplete(check, job)) return job.spec ?? {};
  const expected = generatedLabels(check, job);
  const selected = check.minor < prefixedSince ? legacyUid : uid;
  const matchLabels = { [selected]: expected[selected] ?? '', ...selector.matchLabels };
  const labels = { ...expected, ...template.metadata?.labels };
  return {
    ...spec,
    selector: { ...selector, matchLabels },
    template: { ...template, metadata: { ...template.metadata, labels } },
  };
}
