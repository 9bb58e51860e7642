import { pathSegmentName } from '../../formats/index.ts';
import type { Event } from '../../schema/types/core-v1.ts';
import { defineKind } from '../kind-validation.ts';
import { validateEvent } from '../events/event-fields.ts';

export const coreEventValidation = defineKind<Event>({
  group: '',
  kind: 'Event',
  rule: {
    id: 'valid-event',
    title: 'An Event of the core group is one that the API server accepts.',
    fix: 'Let `involvedObject.namespace` be the namespace of the Event; with an `eventTime`, name the controller, the action and the reason.',
  },
  name: pathSegmentName,
  plainFinalizers: true,
  validate(check, { reportingComponent: reportingController, ...event }) {
    validateEvent(check, { ...event, reportingController }, 'reportingComponent');
  },
});
