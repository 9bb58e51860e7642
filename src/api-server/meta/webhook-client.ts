import { dns1123Subdomain, portNumber } from '../../formats/index.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkRequiredText } from '../text-field.ts';
import { parseUrl } from './url.ts';

export interface WebhookService {
  readonly name?: string;
  readonly namespace?: string;
  readonly path?: string;
  readonly port?: number;
}

export interface WebhookClient {
  readonly url?: string;
  readonly service?: WebhookService;
}

/** Where the server calls: a URL or a service of the cluster. The CA bundle is not looked at. */
export function validateWebhookClient(check: Check, client: WebhookClient = {}, at: FieldPath): void {
  const { url, service } = client;
  if ((url === undefined) === (service === undefined)) required(check, at, 'must have one of url and service');
  else if (url !== undefined) validateWebhookUrl(check, url, child(at, 'url'));
  else if (service !== undefined) validateWebhookService(check, service, child(at, 'service'));
}

export function validateWebhookUrl(check: Check, url: string, at: FieldPath): void {
  // Servers are built with newer compilers, whose library reads a second ':' as a fault since then.
  const parts = parseUrl(url, check.minor >= 36);
  if (parts === undefined) {
    required(check, at, 'must be a URL: https://host/path');
    return;
  }
  if (parts.scheme !== 'https') invalid(check, at, url, 'must start with https://');
  if (parts.host === '') invalid(check, at, url, 'must name a host');
  if (parts.user) invalid(check, at, undefined, 'may hold no user');
  if (parts.fragment !== '') invalid(check, at, url, "may have no part after '#'");
  if (parts.query !== '') invalid(check, at, url, "may have no part after '?'");
}

export function validateWebhookService(check: Check, service: WebhookService, at: FieldPath): void {
  checkRequiredText(check, child(at, 'name'), service.name);
  checkRequiredText(check, child(at, 'namespace'), service.namespace);
  const wrongPort = portNumber(service.port ?? 443);
  if (wrongPort !== undefined) invalid(check, child(at, 'port'), service.port, wrongPort);
  const wrongPath = pathProblem(service.path ?? '');
  if (wrongPath !== undefined) invalid(check, child(at, 'path'), service.path, wrongPath);
}

function pathProblem(path: string): string | undefined {
  if (path === '' || path === '/') return undefined;
  if (!path.startsWith('/')) return "must start with '/'";
  const wrong = path
    .slice(1)
    .replace(/\/$/, '')
    .split('/')
    .find((step) => dns1123Subdomain(step) !== undefined);
  return wrong === undefined ? undefined : `${JSON.stringify(wrong)} ${dns1123Subdomain(wrong)}`;
}
