import { dns1123Subdomain } from '../../formats/index.ts';
import type { Deployment, DeploymentStrategy } from '../../schema/types/apps-v1.ts';
import { forbidden, invalid, notSupported } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkAtMost100Percent, checkCountOrPercent, checkNotNegative, countOrPercent } from '../number-field.ts';
import { checkUnchanged } from '../same-value.ts';
import { validateSelectedTemplate } from './selected-template.ts';

export const deploymentValidation = defineKind<Deployment>({
  group: 'apps',
  kind: 'Deployment',
  rule: {
    id: 'valid-deployment',
    title: 'A Deployment is one that the API server accepts.',
    fix: 'Let `spec.selector` select the labels of the template and never change it; keep counts and shares within their limits.',
  },
  name: dns1123Subdomain,
  validate(check, { spec = {} }) {
    const at = child(undefined, 'spec');
    checkNotNegative(check, child(at, 'replicas'), spec.replicas);
    validateSelectedTemplate(check, spec, at);
    validateStrategy(check, spec.strategy ?? {}, child(at, 'strategy'));
    const { minReadySeconds = 0, progressDeadlineSeconds = 600 } = spec;
    checkNotNegative(check, child(at, 'minReadySeconds'), minReadySeconds);
    checkNotNegative(check, child(at, 'revisionHistoryLimit'), spec.revisionHistoryLimit);
    const deadlineAt = child(at, 'progressDeadlineSeconds');
    checkNotNegative(check, deadlineAt, progressDeadlineSeconds);
    if (progressDeadlineSeconds <= minReadySeconds) {
      invalid(check, deadlineAt, progressDeadlineSeconds, 'must be more than minReadySeconds (left out, it is 600)');
    }
  },
  validateUpdate(check, { spec }, old) {
    checkUnchanged(check, child(undefined, 'spec', 'selector'), spec?.selector, old.spec?.selector);
  },
});

function validateStrategy(check: Check, { type = '', rollingUpdate }: DeploymentStrategy, at: FieldPath): void {
  const rollingAt = child(at, 'rollingUpdate');
  if (type === 'Recreate') {
    if (rollingUpdate !== undefined) forbidden(check, rollingAt, 'may not be set for Recreate');
    return;
  }
  if (type !== '' && type !== 'RollingUpdate') return notSupported(check, at, type, ['Recreate', 'RollingUpdate']);
  const { maxUnavailable = '25%', maxSurge = '25%' } = rollingUpdate ?? {};
  const unavailableAt = child(rollingAt, 'maxUnavailable');
  checkCountOrPercent(check, unavailableAt, maxUnavailable);
  checkCountOrPercent(check, child(rollingAt, 'maxSurge'), maxSurge);
  if (countOrPercent(maxUnavailable) === 0 && countOrPercent(maxSurge) === 0) {
    invalid(check, unavailableAt, maxUnavailable, 'may not be 0 when maxSurge is 0, too');
  }
  checkAtMost100Percent(check, unavailableAt, maxUnavailable);
}
