import type { CustomResourceConversion, WebhookClientConfig } from '../../schema/types/apiextensions-v1.ts';
import { dns1035Label } from '../../formats/index.ts';
import { forbidden, invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, formatField, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateWebhookClient } from '../meta/webhook-client.ts';
import { checkText } from '../text-field.ts';
import { underName } from './renamed.ts';

const reviews: readonly string[] = ['v1', 'v1beta1'];

export function validateConversion(
  check: Check,
  conversion: CustomResourceConversion | undefined,
  preservesUnknown: boolean,
  at: FieldPath,
): void {
  if (conversion === undefined) return;
  const { strategy = '', webhook } = conversion;
  const name = formatField(at);
  if (strategy !== 'None' && preservesUnknown) {
    invalid(check, child(at, 'strategy'), strategy, 'must be None while spec.preserveUnknownFields is true');
  }
  if (strategy === '') required(check, child(at, 'strategy'));
  else if (strategy !== 'None' && strategy !== 'Webhook') {
    notSupported(check, child(at, 'strategy'), strategy, ['None', 'Webhook']);
  }
  const client = child(at, 'webhook', 'clientConfig');
  const versions = child(at, 'webhook', 'conversionReviewVersions');
  underName(check, client, `${name}.webhookClientConfig`, (renamed) => {
    if (strategy === 'Webhook') {
      if (webhook?.clientConfig === undefined) required(renamed, client, 'must be set for the strategy Webhook');
      else validateClient(renamed, webhook.clientConfig, client);
    } else if (webhook?.clientConfig !== undefined) forbidden(renamed, client, 'is for the strategy Webhook alone');
  });
  underName(check, versions, `${name}.conversionReviewVersions`, (renamed) => {
    const given = webhook?.conversionReviewVersions ?? [];
    if (strategy === 'Webhook') validateReviewVersions(renamed, given, versions);
    else if (given.length > 0) forbidden(renamed, versions, 'is for the strategy Webhook alone');
  });
}

/** The server takes the service's name for its namespace here, and the other way round. */
function validateClient(check: Check, config: WebhookClientConfig, at: FieldPath): void {
  const own: Check = { ...check, errors: [] };
  validateWebhookClient(own, config, at);
  for (const error of own.errors) {
    const field = error.field.replace(/\.service\.(name|namespace)$/, (_, name: string) =>
      name === 'name' ? '.service.namespace' : '.service.name',
    );
    check.errors.push({ ...error, field });
  }
}

function validateReviewVersions(check: Check, versions: readonly string[], at: FieldPath): void {
  if (versions.length === 0) {
    required(check, at);
    return;
  }
  const seen = new Set<string>();
  for (const [position, version] of versions.entries()) {
    if (seen.has(version)) invalid(check, index(at, position), version, 'stands here twice');
    else checkText(check, index(at, position), version, dns1035Label);
    seen.add(version);
  }
  if (!versions.some((version) => reviews.includes(version))) {
    invalid(check, at, versions, `must have one of ${reviews.join(' and ')}, which the server sends`);
  }
}
