import { dns1123Subdomain, qualifiedName } from '../../formats/index.ts';
import type { ObjectReference } from '../../schema/types/core-v1.ts';
import type { ObjectMeta } from '../../schema/types/meta-v1.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import { checkText } from '../text-field.ts';

/** An Event of either group, with the names that the server has for its fields and that it reports errors under. */
export interface EventFields {
  readonly metadata?: ObjectMeta;
  readonly eventTime?: string;
  readonly involvedObject?: ObjectReference;
  readonly reportingController?: string | undefined;
  readonly reportingInstance?: string;
  readonly action?: string;
  readonly reason?: string;
  readonly message?: string;
}

const longest = { reportingInstance: 128, action: 128, reason: 128 } as const;
const longestMessage = 1024;
/** Of objects without a namespace. */
const clusterNamespaces = new Set(['default', 'kube-system']);

/** A time that stands there is one, even that with which Go begins to count. */
export function isUnsetTime(time: string | undefined): boolean {
  return time === undefined;
}

/** What the server asks of Events of both groups. `controllerField` is how the group calls the controller. */
export function validateEvent(check: Check, event: EventFields, controllerField: string): void {
  const namespace = event.metadata?.namespace;
  if (isUnsetTime(event.eventTime)) checkOldNamespace(check, event);
  else {
    // Without a namespace of its own the Event gets one from the request, which nobody knows here.
    const cluster = namespace === undefined || clusterNamespaces.has(namespace);
    if (!cluster && (event.involvedObject?.namespace ?? '') === '') mismatch(check, event);
    validateNewFields(check, event, controllerField);
  }
  if (namespace !== undefined && namespace !== '')
    checkText(check, child(undefined, 'namespace'), namespace, dns1123Subdomain);
}

function checkOldNamespace(check: Check, event: EventFields): void {
  const namespace = event.metadata?.namespace ?? '';
  const { namespace: involved = '' } = event.involvedObject ?? {};
  if (namespace === '') return;
  if (involved === '' ? namespace !== 'default' : namespace !== involved) mismatch(check, event);
}

function mismatch(check: Check, { involvedObject }: EventFields): void {
  const at = child(undefined, 'involvedObject', 'namespace');
  invalid(check, at, involvedObject?.namespace ?? '', 'must be the namespace of the Event');
}

function validateNewFields(check: Check, event: EventFields, controllerField: string): void {
  const { reportingController = '', message = '' } = event;
  const controllerAt = child(undefined, controllerField);
  if (reportingController === '') required(check, controllerAt, 'must be set with an eventTime');
  checkText(check, controllerAt, reportingController, qualifiedName);
  for (const [name, maximum] of Object.entries(longest)) {
    const value = event[name as keyof typeof longest] ?? '';
    const at = child(undefined, name);
    if (value === '') required(check, at, 'must be set with an eventTime');
    if (Buffer.byteLength(value) > maximum) invalid(check, at, undefined, `may have at most ${maximum} bytes`);
  }
  if (Buffer.byteLength(message) > longestMessage) {
    invalid(check, child(undefined, 'message'), undefined, `may have at most ${longestMessage} bytes`);
  }
}
