import type { EnvFromSource, EnvVar, EnvVarSource, FileKeySelector } from '../../schema/types/core-v1.ts';
import { configMapKey, dns1123Label, dns1123Subdomain, envVarName, relaxedEnvVarName } from '../../formats/index.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateObjectFieldSelector, validateResourceFieldSelector } from './downward-api.ts';
import { expectFormat } from './expect-format.ts';
import { validateNoBacksteps } from './file-path.ts';
import { enabledSince } from './gates.ts';

export function validateEnv(check: Check, variables: readonly EnvVar[], at: FieldPath): void {
  for (const [position, variable] of variables.entries()) {
    const place = index(at, position);
    const name = variable.name ?? '';
    if (name === '') required(check, child(place, 'name'));
    else expectFormat(check, child(place, 'name'), name, variableName(check, name));
    if (variable.valueFrom === undefined) continue;
    validateSource(check, variable.valueFrom, (variable.value ?? '') !== '', child(place, 'valueFrom'));
  }
}

function variableName(check: Check, name: string): string | undefined {
  return check.minor >= enabledSince.relaxedEnvNames ? relaxedEnvVarName(name) : envVarName(name);
}

function validateSource(check: Check, source: EnvVarSource, hasValue: boolean, at: FieldPath): void {
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef } = source;
  const fileKeyRef = check.minor >= enabledSince.envFiles ? source.fileKeyRef : undefined;
  if (fieldRef !== undefined) validateObjectFieldSelector(check, fieldRef, fieldsOf(check), child(at, 'fieldRef'));
  if (resourceFieldRef !== undefined) {
    validateResourceFieldSelector(check, resourceFieldRef, child(at, 'resourceFieldRef'), false);
  }
  if (configMapKeyRef !== undefined) validateKeyRef(check, configMapKeyRef, child(at, 'configMapKeyRef'));
  if (secretKeyRef !== undefined) validateKeyRef(check, secretKeyRef, child(at, 'secretKeyRef'));
  if (fileKeyRef !== undefined) validateFileKeyRef(check, fileKeyRef, child(at, 'fileKeyRef'));
  const sources = [fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef];
  const count = sources.filter((one) => one !== undefined).length;
  if (count === 0) invalid(check, at, '', 'must name one source');
  else if (hasValue) invalid(check, at, '', 'may not stand beside a value that is not empty');
  else if (count > 1) invalid(check, at, '', 'may name only one source');
}

function fieldsOf(check: Check): readonly string[] {
  const ofSpec = ['spec.nodeName', 'spec.serviceAccountName'];
  const hostIPs = check.minor >= enabledSince.hostIPs ? ['status.hostIPs'] : [];
  const ofStatus = ['status.hostIP', 'status.podIP', 'status.podIPs', ...hostIPs];
  return ['metadata.name', 'metadata.namespace', 'metadata.uid', ...ofSpec, ...ofStatus];
}

interface KeyRef {
  readonly name?: string;
  readonly key?: string;
}

function validateKeyRef(check: Check, ref: KeyRef, at: FieldPath): void {
  const { name = '', key = '' } = ref;
  expectFormat(check, child(at, 'name'), name, dns1123Subdomain(name));
  if (key === '') required(check, child(at, 'key'));
  else expectFormat(check, child(at, 'key'), key, configMapKey(key));
}

function validateFileKeyRef(check: Check, ref: FileKeySelector, at: FieldPath): void {
  const { key = '', volumeName = '', path = '' } = ref;
  if (key === '') required(check, child(at, 'key'));
  else expectFormat(check, child(at, 'key'), key, relaxedEnvVarName(key));
  if (volumeName === '') required(check, child(at, 'volumeName'));
  else expectFormat(check, child(at, 'volumeName'), volumeName, dns1123Label(volumeName));
  if (path === '') required(check, child(at, 'path'));
  else validateNoBacksteps(check, path, child(at, 'path'));
}

export function validateEnvFrom(check: Check, sources: readonly EnvFromSource[], at: FieldPath): void {
  for (const [position, source] of sources.entries()) {
    const place = index(at, position);
    const { prefix = '', configMapRef, secretRef } = source;
    if (prefix !== '') expectFormat(check, child(place, 'prefix'), prefix, variableName(check, prefix));
    if (configMapRef !== undefined) validateObjectName(check, configMapRef.name ?? '', child(place, 'configMapRef'));
    if (secretRef !== undefined) validateObjectName(check, secretRef.name ?? '', child(place, 'secretRef'));
    // The server names the list, not the item.
    if (configMapRef === undefined && secretRef === undefined) invalid(check, at, '', 'must name one source');
    else if (configMapRef !== undefined && secretRef !== undefined) invalid(check, at, '', 'may name only one source');
  }
}

/** The server takes a name that ends with a dash here, as the start of a generated name may. */
function validateObjectName(check: Check, name: string, at: FieldPath): void {
  const judged = name.length > 1 && name.endsWith('-') ? `${name.slice(0, -2)}a` : name;
  if (name === '') required(check, child(at, 'name'));
  else expectFormat(check, child(at, 'name'), name, dns1123Subdomain(judged));
}
