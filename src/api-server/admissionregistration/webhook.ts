import type { MutatingWebhook, MutatingWebhookConfiguration } from '../../schema/types/admissionregistration-v1.ts';
import { dns1035Label, fullyQualifiedName } from '../../formats/index.ts';
import { duplicate, invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { validateWebhookClient } from '../meta/webhook-client.ts';
import { checkOneOf, checkRequiredText, checkText } from '../text-field.ts';
import { isUnchanged, validateMatchConditions } from './match-conditions.ts';
import { matchPolicies } from './match-resources.ts';
import { failurePolicies, reinvocationPolicies } from './policies.ts';
import { validateRule } from './rules.ts';

const sideEffects = ['None', 'NoneOnDryRun'];
const reviewVersions = new Set(['v1', 'v1beta1']);

/** The webhooks of a configuration, validating or mutating: what only one of them has, the schema keeps apart. */
export function validateWebhooks(check: Check, webhooks: readonly MutatingWebhook[] = []): void {
  const old = (check.old as MutatingWebhookConfiguration | undefined)?.webhooks;
  const names = new Set<string>();
  for (const [position, webhook] of webhooks.entries()) {
    const at = index(child(undefined, 'webhooks'), position);
    const { name = '' } = webhook;
    validateWebhook(check, webhook, at);
    validateReviewVersions(check, webhook.admissionReviewVersions ?? [], child(at, 'admissionReviewVersions'));
    if (!hasKeptConditions(webhooks, old)) {
      const conditions = old?.flatMap(({ matchConditions = [] }) => matchConditions) ?? [];
      const rules = { params: false, old: conditions };
      validateMatchConditions(check, webhook.matchConditions, child(at, 'matchConditions'), rules);
    }
    if (names.has(name)) duplicate(check, child(at, 'name'), name);
    if (name !== '') names.add(name);
  }
}

function validateWebhook(check: Check, webhook: MutatingWebhook, at: FieldPath): void {
  checkRequiredText(check, child(at, 'name'), webhook.name, fullyQualifiedName);
  for (const [position, rule] of (webhook.rules ?? []).entries()) {
    validateRule(check, rule, index(child(at, 'rules'), position));
  }
  checkOneOf(check, child(at, 'failurePolicy'), webhook.failurePolicy ?? 'Fail', failurePolicies);
  checkOneOf(check, child(at, 'matchPolicy'), webhook.matchPolicy ?? 'Equivalent', matchPolicies);
  checkOneOf(check, child(at, 'reinvocationPolicy'), webhook.reinvocationPolicy ?? 'Never', reinvocationPolicies);
  const effects = child(at, 'sideEffects');
  if (webhook.sideEffects === undefined) required(check, effects, 'must be None or NoneOnDryRun');
  else if (!sideEffects.includes(webhook.sideEffects)) notSupported(check, effects, webhook.sideEffects, sideEffects);
  const { timeoutSeconds: seconds = 10 } = webhook;
  if (seconds < 1 || seconds > 30) invalid(check, child(at, 'timeoutSeconds'), seconds, 'must be from 1 to 30');
  validateLabelSelector(check, webhook.namespaceSelector, child(at, 'namespaceSelector'));
  validateLabelSelector(check, webhook.objectSelector, child(at, 'objectSelector'));
  validateWebhookClient(check, webhook.clientConfig, child(at, 'clientConfig'));
}

function validateReviewVersions(check: Check, versions: readonly string[], at: FieldPath): void {
  if (versions.length === 0) {
    required(check, at, 'must have v1 or v1beta1');
    return;
  }
  for (const [position, version] of versions.entries()) {
    if (versions.indexOf(version) < position) invalid(check, index(at, position), version, 'stands here twice');
    else checkText(check, index(at, position), version, dns1035Label);
  }
  if (!versions.some((version) => reviewVersions.has(version))) {
    invalid(check, at, versions, 'must have v1 or v1beta1');
  }
}

/** Conditions that were there before, webhook by webhook, are not judged again. */
function hasKeptConditions(webhooks: readonly MutatingWebhook[], old: readonly MutatingWebhook[] | undefined): boolean {
  if (old?.length !== webhooks.length) return false;
  return webhooks.every(({ matchConditions }, position) =>
    isUnchanged(matchConditions, old[position]?.matchConditions),
  );
}
