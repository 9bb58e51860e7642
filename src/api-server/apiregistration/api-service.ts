import type { APIService } from '../../schema/types/apiregistration-v1.ts';
import { dns1035Label, dns1123Subdomain, pathSegmentName, portNumber } from '../../formats/index.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkRequiredText, checkText } from '../text-field.ts';

const spec = child(undefined, 'spec');

export const apiServiceValidation = defineKind<APIService>({
  group: 'apiregistration.k8s.io',
  kind: 'APIService',
  rule: {
    id: 'valid-api-service',
    title: 'An APIService is one that the API server accepts.',
    fix: 'Call it <version>.<group>, give both priorities, and name the service that serves it.',
  },
  name: pathSegmentName,
  renamed: true,
  validate(check, service) {
    const { group = '', version = '', groupPriorityMinimum = 0, versionPriority = 0 } = service.spec ?? {};
    validateNames(check, service, `${version}.${group}`);
    if (group === '' && version !== 'v1') required(check, child(spec, 'group'));
    if (group !== '') checkText(check, child(spec, 'group'), group, dns1123Subdomain);
    checkText(check, child(spec, 'version'), version, dns1035Label);
    checkPriority(check, 'groupPriorityMinimum', groupPriorityMinimum, 20_000);
    checkPriority(check, 'versionPriority', versionPriority, 1000);
    if (service.spec?.service === undefined) validateLocal(check, service.spec ?? {});
    else validateRemote(check, service.spec);
  },
});

/** A made name never is the one that it must be. */
function validateNames(
  check: Check,
  { metadata: { name = '', generateName = '' } = {} }: APIService,
  wanted: string,
): void {
  const at = child(undefined, 'metadata');
  const isMade = name === '' && generateName !== '';
  const isOther = name !== wanted && pathSegmentName(name) === undefined;
  if (generateName !== '' && generateName !== wanted && pathSegmentName(generateName) === undefined) {
    invalid(check, child(at, 'generateName'), generateName, 'must be <spec.version>.<spec.group>');
  }
  if (isMade || (name !== '' && isOther))
    invalid(check, child(at, 'name'), name, 'must be <spec.version>.<spec.group>');
}

type Spec = NonNullable<APIService['spec']>;

/** Without a service the API is the server's own: it does not speak TLS to itself. */
function validateLocal(check: Check, { caBundle = '', insecureSkipTLSVerify = false }: Spec): void {
  const detail = 'may only be set with a service';
  if (caBundle !== '') invalid(check, child(spec, 'caBundle'), undefined, detail);
  if (insecureSkipTLSVerify) invalid(check, child(spec, 'insecureSkipTLSVerify'), true, detail);
}

function validateRemote(check: Check, { service = {}, caBundle = '', insecureSkipTLSVerify = false }: Spec): void {
  const at = child(spec, 'service');
  checkRequiredText(check, child(at, 'namespace'), service.namespace);
  checkRequiredText(check, child(at, 'name'), service.name);
  const wrong = portNumber(service.port ?? 443);
  if (wrong !== undefined) invalid(check, child(at, 'port'), service.port, wrong);
  if (insecureSkipTLSVerify && caBundle !== '') {
    invalid(check, child(spec, 'insecureSkipTLSVerify'), true, 'may not be true beside a caBundle');
  }
}

function checkPriority(check: Check, field: string, value: number, maximum: number): void {
  if (value <= 0 || value > maximum) invalid(check, child(spec, field), value, `must be from 1 to ${maximum}`);
}
