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
  readonly shareID?: string;
}

export interface AllocationResult {
  readonly allocationTimestamp?: string;
  readonly devices?: DeviceAllocationResult;
  readonly nodeSelector?: CoreV1NodeSelector;
}

export interface BasicDevice {
  readonly allNodes?: boolean;
  readonly allowMultipleAllocations?: boolean;
  readonly attributes?: { readonly [key: string]: DeviceAttribute };
  readonly bindingConditions?: readonly string[];
  readonly bindingFailureConditions?: readonly string[];
  readonly bindsToNode?: boolean;
  readonly capacity?: { readonly [key: string]: DeviceCapacity };
  readonly consumesCounters?: readonly DeviceCounterConsumption[];
  readonly nodeAllocatableResourceMappings?: { readonly [key: string]: NodeAllocatableResourceMapping };
  readonly nodeAllocatableResources?: { readonly [key: string]: NodeAllocatableResource };
  readonly nodeName?: string;
  readonly nodeSelector?: CoreV1NodeSelector;
  readonly taints?: readonly DeviceTaint[];
}

export interface CELDeviceSelector {
  readonly expression?: string;
}

export interface CapacityRequestPolicy {
  readonly default?: string | number;
  readonly validRange?: CapacityRequestPolicyRange;
  readonly validValues?: readonly (string | number)[];
}

export interface CapacityRequestPolicyRange {
  readonly max?: string | number;
  readonly min?: string | number;
  readonly step?: string | number;
}

export interface CapacityRequirements {
  readonly requests?: { readonly [key: string]: string | number };
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
  readonly bools?: readonly boolean[];
  readonly int?: number | bigint;
  readonly ints?: readonly (number | bigint)[];
  readonly string?: string;
  readonly strings?: readonly string[];
  readonly version?: string;
  readonly versions?: readonly string[];
}

export interface DeviceCapacity {
  readonly requestPolicy?: CapacityRequestPolicy;
  readonly value?: string | number;
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
  readonly extendedResourceName?: string;
  readonly selectors?: readonly DeviceSelector[];
}

export interface DeviceConstraint {
  readonly distinctAttribute?: string;
  readonly matchAttribute?: string;
  readonly requests?: readonly string[];
}

export interface DeviceCounterConsumption {
  readonly compatibilityGroups?: readonly string[];
  readonly counterSet?: string;
  readonly counters?: { readonly [key: string]: Counter };
}

export interface DeviceDerivedAttribute {
  readonly expression?: string;
  readonly name?: string;
}

export interface DeviceRequest {
  readonly adminAccess?: boolean;
  readonly allocationMode?: string;
  readonly capacity?: CapacityRequirements;
  readonly count?: number | bigint;
  readonly derivedAttributes?: readonly DeviceDerivedAttribute[];
  readonly deviceClassName?: string;
  readonly firstAvailable?: readonly DeviceSubRequest[];
  readonly name?: string;
  readonly selectors?: readonly DeviceSelector[];
  readonly tolerations?: readonly DeviceToleration[];
}

export interface DeviceRequestAllocationResult {
  readonly adminAccess?: boolean;
  readonly bindingConditions?: readonly string[];
  readonly bindingFailureConditions?: readonly string[];
  readonly consumedCapacity?: { readonly [key: string]: string | number };
  readonly device?: string;
  readonly driver?: string;
  readonly pool?: string;
  readonly request?: string;
  readonly shareID?: string;
  readonly skipNodeOperations?: readonly string[];
  readonly tolerations?: readonly DeviceToleration[];
}

export interface DeviceSelector {
  readonly cel?: CELDeviceSelector;
}

export interface DeviceSubRequest {
  readonly allocationMode?: string;
  readonly capacity?: CapacityRequirements;
  readonly count?: number | bigint;
  readonly derivedAttributes?: readonly DeviceDerivedAttribute[];
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

export interface NodeAllocatableMapping {
  readonly capacityKey?: string;
  readonly capacityMultiplier?: string | number;
  readonly deviceMultiplier?: string | number;
}

export interface NodeAllocatableOverhead {
  readonly perContainer?: string | number;
  readonly perPod?: string | number;
}

export interface NodeAllocatableResource {
  readonly mapping?: NodeAllocatableMapping;
  readonly overhead?: NodeAllocatableOverhead;
}

export interface NodeAllocatableResourceMapping {
  readonly allocationMultiplier?: string | number;
  readonly capacityKey?: string;
}

export interface OpaqueDeviceConfiguration {
  readonly driver?: string;
  readonly parameters?: unknown;
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

export interface ResourceClaimSpec {
  readonly devices?: DeviceClaim;
}

export interface ResourceClaimStatus {
  readonly allocation?: AllocationResult;
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
  readonly partitionTypeAttribute?: string;
  readonly perDeviceNodeSelection?: boolean;
  readonly pool?: ResourcePool;
  readonly sharedCounters?: readonly CounterSet[];
  readonly skipNodeOperations?: readonly string[];
}
