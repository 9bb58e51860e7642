// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.

import type { EventSource as CoreV1EventSource, ObjectReference as CoreV1ObjectReference } from './core-v1.ts';

import type { ListMeta as MetaV1ListMeta, ObjectMeta as MetaV1ObjectMeta } from './meta-v1.ts';

export interface Event {
  readonly action?: string;
  readonly apiVersion?: string;
  readonly deprecatedCount?: number;
  readonly deprecatedFirstTimestamp?: string;
  readonly deprecatedLastTimestamp?: string;
  readonly deprecatedSource?: CoreV1EventSource;
  readonly eventTime?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly note?: string;
  readonly reason?: string;
  readonly regarding?: CoreV1ObjectReference;
  readonly related?: CoreV1ObjectReference;
  readonly reportingController?: string;
  readonly reportingInstance?: string;
  readonly series?: EventSeries;
  readonly type?: string;
}

export interface EventList {
  readonly apiVersion?: string;
  readonly items?: readonly Event[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface EventSeries {
  readonly count?: number;
  readonly lastObservedTime?: string;
}
