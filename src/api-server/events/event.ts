import { dns1123Subdomain } from '../../formats/index.ts';
import type { Event } from '../../schema/types/events-v1.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkUnchanged, sameValue } from '../same-value.ts';
import { isUnsetTime, validateEvent } from './event-fields.ts';

export const eventValidation = defineKind<Event>({
  group: 'events.k8s.io',
  kind: 'Event',
  rule: {
    id: 'valid-events-event',
    title: 'An Event of events.k8s.io is one that the API server accepts.',
    fix: 'Set `eventTime`, `type`, the controller, the action and the reason, and none of the deprecated fields.',
  },
  name: dns1123Subdomain,
  validate(check, event) {
    const { regarding, note, ...same } = event;
    const fields = {
      ...same,
      ...(regarding === undefined ? {} : { involvedObject: regarding }),
      ...(note === undefined ? {} : { message: note }),
    };
    validateEvent(check, fields, 'reportingController');
    const old = check.old as Event | undefined;
    if (old === undefined || !sameValue(event.series, old.series)) validateSeries(check, event);
    if (old === undefined) validateNew(check, event);
  },
  validateUpdate(check, event, old) {
    for (const [field, name] of Object.entries(fixed)) {
      const one = field as keyof typeof fixed;
      checkUnchanged(check, child(undefined, name), event[one], old[one]);
    }
  },
});

/** Fields that may not change, and the names that the server reports them under. */
const fixed = {
  regarding: 'involvedObject',
  reason: 'reason',
  note: 'message',
  deprecatedSource: 'source',
  deprecatedFirstTimestamp: 'firstTimestamp',
  deprecatedLastTimestamp: 'lastTimestamp',
  deprecatedCount: 'count',
  type: 'type',
  action: 'action',
  related: 'related',
  reportingController: 'reportingController',
  reportingInstance: 'reportingInstance',
} as const;

function validateSeries(check: Check, { series }: Event): void {
  if (series === undefined) return;
  const { count = 0 } = series;
  if (count < 2) invalid(check, child(undefined, 'series', 'count'), count, 'must be at least 2');
  if (isUnsetTime(series.lastObservedTime)) required(check, child(undefined, 'series', 'lastObservedTime'));
}

function validateNew(check: Check, event: Event): void {
  if (isUnsetTime(event.eventTime)) required(check, child(undefined, 'eventTime'));
  const { type = '', deprecatedCount = 0, deprecatedSource = {} } = event;
  if (type !== 'Normal' && type !== 'Warning')
    invalid(check, child(undefined, 'type'), type, 'must be Normal or Warning');
  const { component = '', host = '' } = deprecatedSource;
  const set = {
    firstTimestamp: !isUnsetTime(event.deprecatedFirstTimestamp),
    lastTimestamp: !isUnsetTime(event.deprecatedLastTimestamp),
    count: deprecatedCount !== 0,
    source: component !== '' || host !== '',
  };
  for (const [name, isSet] of Object.entries(set)) {
    if (isSet) invalid(check, child(undefined, name), undefined, 'is deprecated and may not be set');
  }
}
