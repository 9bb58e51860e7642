import type { Container, EphemeralContainer, SecurityContext } from '../../../src/schema/types/core-v1.ts';
import type { Random } from './random.ts';

/** What a generated pod is like as a whole, as far as its containers must fit in. */
export interface PodTraits {
  readonly windows: boolean;
  readonly hostProcess: boolean;
  readonly userNamespace: boolean;
  /** Seccomp is left to annotations, or to nothing. */
  readonly seccompFields: boolean;
  readonly appArmorFields: boolean;
}

/** Mostly what the restricted level wants, sometimes another value that an API server takes. */
export function choose<Value>(random: Random, usual: Value, others: readonly Value[], often = 0.9): Value {
  return random.chance(often) ? usual : (others[random.below(others.length)] as Value);
}

const usualCapabilities = ['CHOWN', 'KILL', 'NET_BIND_SERVICE', 'SETUID', 'SYS_CHROOT', 'MKNOD', 'AUDIT_WRITE'];
const capabilities = [...usualCapabilities, 'NET_RAW', 'SYS_ADMIN', 'ALL', 'NET_ADMIN', 'CAP_CHOWN', 'chown'];

export function seLinuxOptions(random: Random): object {
  const types = ['container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t', 'spc_t', ''];
  return random.pick([
    { type: random.pick(types) },
    { level: 's0:c1,c2' },
    { type: random.pick(types), user: 'system_u' },
    { role: random.pick(['system_r', '']) },
  ]);
}

export function seccompProfile(random: Random): object {
  return random.pick([
    { type: 'RuntimeDefault' },
    { type: 'Unconfined' },
    { type: 'Localhost', localhostProfile: 'profiles/a.json' },
  ]);
}

export function appArmorProfile(random: Random): object {
  return random.pick([
    { type: 'RuntimeDefault' },
    { type: 'Unconfined' },
    { type: 'Localhost', localhostProfile: 'a' },
  ]);
}

export function securityContext(random: Random, traits: PodTraits): SecurityContext | undefined {
  const runAsNonRoot = choose(random, true, [undefined, false]);
  if (traits.windows) {
    const windowsOptions = choose<object | undefined>(random, undefined, [{ runAsUserName: 'user' }]);
    return defined({ runAsNonRoot, windowsOptions });
  }
  if (random.chance(0.05)) return undefined;
  const privileged = choose(random, undefined, [true, false]);
  const escalation =
    privileged === true ? choose(random, undefined, [true], 0.5) : choose(random, false, [undefined, true]);
  const drop = choose<readonly string[] | undefined>(
    random,
    ['ALL'],
    [undefined, [], ['NET_RAW'], ['CHOWN', 'ALL'], ['all']],
  );
  const add = choose<readonly string[] | undefined>(
    random,
    undefined,
    [
      [],
      ['NET_BIND_SERVICE'],
      [random.pick(usualCapabilities)],
      [random.pick(capabilities), random.pick(capabilities)],
    ],
    0.8,
  );
  return defined({
    privileged,
    allowPrivilegeEscalation: escalation,
    capabilities: choose(random, defined({ drop, add }), [undefined], 0.97),
    runAsNonRoot,
    runAsUser: choose(random, undefined, [0, 1000]),
    procMount: choose(random, undefined, traits.userNamespace ? ['Unmasked', 'Default'] : ['Default'], 0.7),
    seLinuxOptions: choose(random, undefined, [seLinuxOptions(random)]),
    seccompProfile: traits.seccompFields ? choose(random, undefined, [seccompProfile(random)], 0.7) : undefined,
    appArmorProfile: traits.appArmorFields ? choose(random, undefined, [appArmorProfile(random)], 0.7) : undefined,
  });
}

export function container(random: Random, name: string, traits: PodTraits, list: 'regular' | 'init'): Container {
  const isSidecar = list === 'init' && random.chance(0.5);
  const runs = list === 'regular' || isSidecar;
  const port = 8000 + random.below(1000);
  return defined({
    name,
    image: 'registry.example/shop/web:1',
    restartPolicy: isSidecar ? 'Always' : undefined,
    securityContext: securityContext(random, traits),
    ports: random.chance(0.2)
      ? [{ containerPort: port, hostPort: choose(random, undefined, [port, 0], 0.5) }]
      : undefined,
    livenessProbe: runs && random.chance(0.15) ? handler(random) : undefined,
    readinessProbe: runs && random.chance(0.15) ? handler(random) : undefined,
    startupProbe: runs && random.chance(0.1) ? handler(random) : undefined,
    lifecycle: runs && random.chance(0.15) ? { [random.pick(['preStop', 'postStart'])]: handler(random) } : undefined,
  });
}

function handler(random: Random): object {
  const host = choose(random, undefined, ['', 'localhost', '10.1.2.3'], 0.5);
  return random.pick([
    { httpGet: { port: 8080, host } },
    { tcpSocket: { port: 8080, host } },
    { exec: { command: ['true'] } },
  ]);
}

export function ephemeralContainer(random: Random, name: string, traits: PodTraits): EphemeralContainer {
  const context = securityContext(random, traits);
  return defined({ name, image: 'registry.example/tools/debug:1', securityContext: context });
}

/** Without the fields that are undefined. */
export function defined(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
