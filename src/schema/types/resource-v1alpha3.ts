// Made by tools/kubernetes-tables from the OpenAPI documents of Kubernetes. Do not edit.

import type { NodeSelector as CoreV1NodeSelector } from './core-v1.ts';

import type { Condition as MetaV1Condition, ListMeta as MetaV1ListMeta, ObjectMeta as MetaV1ObjectMeta } from './meta-v1.ts';

export interface AllocatedDeviceStatus {
  readonly conditions?: readonly MetaV1Condition[];
  readonly data?: unknown;
  readonly device?: string;
  readonly driver?: string;
  readonly networkData?: NetworkDeviceData;
  readonly pool?: string;
}

export interface AllocationResult {
  readonly controller?: string;
  readonly devices?: DeviceAllocationResult;
  readonly nodeSelector?: CoreV1NodeSelector;
}

export interface BasicDevice {
  readonly allNodes?: boolean;
  readonly attributes?: { readonly [key: string]: DeviceAttribute };
  readonly capacity?: { readonly [key: string]: string | number };
  readonly consumesCounters?: readonly DeviceCounterConsumption[];
  readonly nodeName?: string;
  readonly nodeSelector?: CoreV1NodeSelector;
  readonly taints?: readonly DeviceTaint[];
}

export interface CELDeviceSelector {
  readonly expression?: string;
}

export interface Counter {
  readonly value?: string | number;
}

export interface CounterSet {
  readonly counters?: { readonly [key: string]: Counter };
  readonly name?: string;
}

export interface Device {
  readonly basic?: BasicDevice;
  readonly name?: string;
}

export interface DeviceAllocationConfiguration {
  readonly opaque?: OpaqueDeviceConfiguration;
  readonly requests?: readonly string[];
  readonly source?: string;
}

export interface DeviceAllocationResult {
  readonly config?: readonly DeviceAllocationConfiguration[];
  readonly results?: readonly DeviceRequestAllocationResult[];
}

export interface DeviceAttribute {
  readonly bool?: boolean;
  readonly int?: number | bigint;
  readonly string?: string;
  readonly version?: string;
}

export interface DeviceClaim {
  readonly config?: readonly DeviceClaimConfiguration[];
  readonly constraints?: readonly DeviceConstraint[];
  readonly requests?: readonly DeviceRequest[];
}

export interface DeviceClaimConfiguration {
  readonly opaque?: OpaqueDeviceConfiguration;
  readonly requests?: readonly string[];
}

export interface DeviceClass {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: DeviceClassSpec;
}

export interface DeviceClassConfiguration {
  readonly opaque?: OpaqueDeviceConfiguration;
}

export interface DeviceClassList {
  readonly apiVersion?: string;
  readonly items?: readonly DeviceClass[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface DeviceClassSpec {
  readonly config?: readonly DeviceClassConfiguration[];
  readonly selectors?: readonly DeviceSelector[];
  readonly suitableNodes?: CoreV1NodeSelector;
}

export interface DeviceConstraint {
  readonly matchAttribute?: string;
  readonly requests?: readonly string[];
}

export interface DeviceCounterConsumption {
  readonly counterSet?: string;
  readonly counters?: { readonly [key: string]: Counter };
}

export interface DeviceRequest {
  readonly adminAccess?: boolean;
  readonly allocationMode?: string;
  readonly count?: number | bigint;
  readonly deviceClassName?: string;
  readonly firstAvailable?: readonly DeviceSubRequest[];
  readonly name?: string;
  readonly selectors?: readonly DeviceSelector[];
  readonly tolerations?: readonly DeviceToleration[];
}

export interface DeviceRequestAllocationResult {
  readonly adminAccess?: boolean;
  readonly device?: string;
  readonly driver?: string;
  readonly pool?: string;
  readonly request?: string;
  readonly tolerations?: readonly DeviceToleration[];
}

export interface DeviceSelector {
  readonly cel?: CELDeviceSelector;
}

export interface DeviceSubRequest {
  readonly allocationMode?: string;
  readonly count?: number | bigint;
  readonly deviceClassName?: string;
  readonly name?: string;
  readonly selectors?: readonly DeviceSelector[];
  readonly tolerations?: readonly DeviceToleration[];
}

export interface DeviceTaint {
  readonly effect?: string;
  readonly key?: string;
  readonly timeAdded?: string;
  readonly value?: string;
}

export interface DeviceTaintRule {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: DeviceTaintRuleSpec;
  readonly status?: DeviceTaintRuleStatus;
}

export interface DeviceTaintRuleList {
  readonly apiVersion?: string;
  readonly items?: readonly DeviceTaintRule[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface DeviceTaintRuleSpec {
  readonly deviceSelector?: DeviceTaintSelector;
  readonly taint?: DeviceTaint;
}

export interface DeviceTaintRuleStatus {
  readonly conditions?: readonly MetaV1Condition[];
}

export interface DeviceTaintSelector {
  readonly device?: string;
  readonly deviceClassName?: string;
  readonly driver?: string;
  readonly pool?: string;
  readonly selectors?: readonly DeviceSelector[];
}

export interface DeviceToleration {
  readonly effect?: string;
  readonly key?: string;
  readonly operator?: string;
  readonly tolerationSeconds?: number | bigint;
  readonly value?: string;
}

export interface NetworkDeviceData {
  readonly hardwareAddress?: string;
  readonly interfaceName?: string;
  readonly ips?: readonly string[];
}

export interface OpaqueDeviceConfiguration {
  readonly driver?: string;
  readonly parameters?: unknown;
}

export interface PartitionTypeStatus {
  readonly allocatable?: number;
  readonly attribute?: string;
  readonly total?: number;
  readonly type?: string;
}

export interface PodSchedulingContext {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: PodSchedulingContextSpec;
  readonly status?: PodSchedulingContextStatus;
}

export interface PodSchedulingContextList {
  readonly apiVersion?: string;
  readonly items?: readonly PodSchedulingContext[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface PodSchedulingContextSpec {
  readonly potentialNodes?: readonly string[];
  readonly selectedNode?: string;
}

export interface PodSchedulingContextStatus {
  readonly resourceClaims?: readonly ResourceClaimSchedulingStatus[];
}

export interface PoolStatus {
  readonly allocatedDevices?: number;
  readonly availableDevices?: number;
  readonly driver?: string;
  readonly generation?: number | bigint;
  readonly nodeName?: string;
  readonly partitionSummary?: readonly PartitionTypeStatus[];
  readonly poolName?: string;
  readonly resourceSliceCount?: number;
  readonly shareableSummary?: ShareableSummaryStatus;
  readonly totalDevices?: number;
  readonly unavailableDevices?: number;
  readonly validationError?: string;
}

export interface ResourceClaim {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: ResourceClaimSpec;
  readonly status?: ResourceClaimStatus;
}

export interface ResourceClaimConsumerReference {
  readonly apiGroup?: string;
  readonly name?: string;
  readonly resource?: string;
  readonly uid?: string;
}

export interface ResourceClaimList {
  readonly apiVersion?: string;
  readonly items?: readonly ResourceClaim[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface ResourceClaimSchedulingStatus {
  readonly name?: string;
  readonly unsuitableNodes?: readonly string[];
}

export interface ResourceClaimSpec {
  readonly controller?: string;
  readonly devices?: DeviceClaim;
}

export interface ResourceClaimStatus {
  readonly allocation?: AllocationResult;
  readonly deallocationRequested?: boolean;
  readonly devices?: readonly AllocatedDeviceStatus[];
  readonly reservedFor?: readonly ResourceClaimConsumerReference[];
}

export interface ResourceClaimTemplate {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: ResourceClaimTemplateSpec;
}

export interface ResourceClaimTemplateList {
  readonly apiVersion?: string;
  readonly items?: readonly ResourceClaimTemplate[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface ResourceClaimTemplateSpec {
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: ResourceClaimSpec;
}

export interface ResourcePool {
  readonly generation?: number | bigint;
  readonly name?: string;
  readonly resourceSliceCount?: number | bigint;
}

export interface ResourcePoolStatusRequest {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: ResourcePoolStatusRequestSpec;
  readonly status?: ResourcePoolStatusRequestStatus;
}

export interface ResourcePoolStatusRequestList {
  readonly apiVersion?: string;
  readonly items?: readonly ResourcePoolStatusRequest[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface ResourcePoolStatusRequestSpec {
  readonly defaultPartitionTypeAttribute?: string;
  readonly driver?: string;
  readonly limit?: number;
  readonly poolName?: string;
}

export interface ResourcePoolStatusRequestStatus {
  readonly conditions?: readonly MetaV1Condition[];
  readonly poolCount?: number;
  readonly pools?: readonly PoolStatus[];
}

export interface ResourceSlice {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: MetaV1ObjectMeta;
  readonly spec?: ResourceSliceSpec;
}

export interface ResourceSliceList {
  readonly apiVersion?: string;
  readonly items?: readonly ResourceSlice[];
  readonly kind?: string;
  readonly metadata?: MetaV1ListMeta;
}

export interface ResourceSliceSpec {
  readonly allNodes?: boolean;
  readonly devices?: readonly Device[];
  readonly driver?: string;
  readonly nodeName?: string;
  readonly nodeSelector?: CoreV1NodeSelector;
  readonly perDeviceNodeSelection?: boolean;
  readonly pool?: ResourcePool;
  readonly sharedCounters?: readonly CounterSet[];
}

export interface ShareableCapacityStatus {
  readonly available?: string | number;
  readonly consumed?: string | number;
  readonly name?: string;
  readonly total?: string | number;
}

export interface ShareableSummaryStatus {
  readonly capacity?: readonly ShareableCapacityStatus[];
  readonly fullyAvailableDevices?: number;
  readonly partiallyAvailableDevices?: number;
}
