import type { PodSpec, Volume } from '../../../src/schema/types/core-v1.ts';
import type { Random } from './random.ts';
import {
  appArmorProfile,
  choose,
  container,
  defined,
  seccompProfile,
  seLinuxOptions,
  type PodTraits,
} from './secured-containers.ts';

export interface MadePod {
  readonly metadata: { readonly annotations: Readonly<Record<string, string>> };
  readonly spec: PodSpec;
}

const common: readonly object[] = [
  { configMap: { name: 'a' } },
  { secret: { secretName: 'a' } },
  { emptyDir: {} },
  { projected: { sources: [{ configMap: { name: 'a' } }] } },
  { downwardAPI: { items: [{ path: 'a', fieldRef: { fieldPath: 'metadata.name' } }] } },
  { csi: { driver: 'csi.example.com' } },
  { persistentVolumeClaim: { claimName: 'a' } },
  {
    ephemeral: {
      volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } },
    },
  },
  {},
];

const outside: readonly object[] = [
  { hostPath: { path: '/var/log' } },
  { gcePersistentDisk: { pdName: 'a' } },
  { awsElasticBlockStore: { volumeID: 'a' } },
  { gitRepo: { repository: 'a' } },
  { nfs: { server: 'a', path: '/a' } },
  { iscsi: { targetPortal: '10.0.0.1:3260', iqn: 'iqn.2001-04.com.example:storage', lun: 0 } },
  { glusterfs: { endpoints: 'a', path: 'a' } },
  { rbd: { monitors: ['a'], image: 'a' } },
  { flexVolume: { driver: 'example.com/a' } },
  { cinder: { volumeID: 'a' } },
  { cephfs: { monitors: ['a'] } },
  { flocker: { datasetName: 'a' } },
  { fc: { targetWWNs: ['500a0982991b8dc5'], lun: 0 } },
  { azureFile: { secretName: 'a', shareName: 'a' } },
  { azureDisk: { diskName: 'a', diskURI: 'https://example.com/a.vhd' } },
  { vsphereVolume: { volumePath: 'a' } },
  { quobyte: { registry: 'a:7861', volume: 'a' } },
  { portworxVolume: { volumeID: 'a' } },
  { photonPersistentDisk: { pdID: 'a' } },
  { scaleIO: { gateway: 'https://a', system: 'a', volumeName: 'a', secretRef: { name: 'a' } } },
  { storageos: { volumeName: 'a', volumeNamespace: 'a' } },
];

const kernelSettings = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_slow_start_after_idle',
  'net.ipv4.tcp_notsent_lowat',
  'net.core.somaxconn',
  'kernel.msgmax',
];

/** A pod that an API server takes, and that breaks none, one or several of the controls. */
export function makePod(random: Random, minor: number): MadePod {
  const traits = traitsOf(random);
  const { windows, userNamespace } = traits;
  const onHost = !windows && !userNamespace;
  const hostNetwork = traits.hostProcess || (onHost && random.chance(0.08));
  const hostIPC = onHost && random.chance(0.05);
  const spec: PodSpec = defined({
    os: windows ? { name: 'windows' } : random.chance(0.1) ? { name: 'linux' } : undefined,
    hostUsers: userNamespace ? false : onHost && random.chance(0.1) ? true : undefined,
    hostNetwork: hostNetwork ? true : undefined,
    hostPID: onHost && random.chance(0.05) ? true : undefined,
    hostIPC: hostIPC ? true : undefined,
    securityContext: podContext(random, traits, !hostNetwork && !hostIPC),
    containers: ['c0', 'c1'].slice(random.below(2)).map((name) => container(random, name, traits, 'regular')),
    initContainers: ['i0', 'i1'].slice(random.below(3)).map((name) => container(random, name, traits, 'init')),
    volumes: Array.from({ length: random.below(3) }, (_, at) => volume(random, `v${at}`, minor)),
  });
  return { metadata: { annotations: annotations(random, traits) }, spec };
}

function traitsOf(random: Random): PodTraits {
  const windows = random.chance(0.12);
  return {
    windows,
    hostProcess: windows && random.chance(0.3),
    userNamespace: !windows && random.chance(0.2),
    seccompFields: !windows && random.chance(0.8),
    appArmorFields: !windows && random.chance(0.6),
  };
}

function podContext(random: Random, traits: PodTraits, mayTune: boolean): object | undefined {
  const runAsNonRoot = choose(random, undefined, [true, false], 0.5);
  if (traits.windows) {
    return defined({ runAsNonRoot, windowsOptions: traits.hostProcess ? { hostProcess: true } : undefined });
  }
  if (random.chance(0.1)) return undefined;
  const names = random.shuffled(kernelSettings).slice(0, 1 + random.below(3));
  return defined({
    runAsNonRoot,
    runAsUser: choose(random, undefined, [0, 1000]),
    seLinuxOptions: choose(random, undefined, [seLinuxOptions(random)]),
    seccompProfile: traits.seccompFields
      ? choose<object | undefined>(random, { type: 'RuntimeDefault' }, [seccompProfile(random), undefined], 0.7)
      : undefined,
    appArmorProfile: traits.appArmorFields ? choose(random, undefined, [appArmorProfile(random)], 0.7) : undefined,
    sysctls: mayTune && random.chance(0.2) ? names.map((name) => ({ name, value: '1' })) : undefined,
  });
}

function volume(random: Random, name: string, minor: number): Volume {
  const image = minor >= 35 ? [{ image: { reference: 'registry.example/data:1' } }] : [];
  return { name, ...random.pick(random.chance(0.75) ? [...common, ...image] : outside) };
}

/** The old way to say it; the server refuses a pod whose fields and annotations say different things. */
function annotations(random: Random, traits: PodTraits): Readonly<Record<string, string>> {
  const said: Record<string, string> = {};
  const value = () => random.pick(['runtime/default', 'localhost/a', 'unconfined']);
  if (!traits.windows && !traits.appArmorFields && random.chance(0.3)) {
    said[`container.apparmor.security.beta.kubernetes.io/c1`] = value();
  }
  if (!traits.windows && !traits.seccompFields && random.chance(0.6)) {
    const place = random.pick([
      'seccomp.security.alpha.kubernetes.io/pod',
      'container.seccomp.security.alpha.kubernetes.io/c1',
    ]);
    said[place] = random.pick([value(), 'docker/default']);
  }
  return said;
}
