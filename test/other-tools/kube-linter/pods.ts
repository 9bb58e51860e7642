import { casesOf } from '../case.ts';
import { daemonSet, deployment, pod, secured, statefulSet } from '../objects.ts';

const context = (changes: Readonly<Record<string, unknown>>) =>
  deployment({ container: { securityContext: secured(changes) } });
const withEnv = (...env: readonly object[]) => deployment({ container: { env } });
const ports = (...given: readonly object[]) => deployment({ container: { ports: given } });
const image = (name: string) => deployment({ container: { image: name } });
const mounts = (path: string, mount: object = {}) =>
  daemonSet({
    pod: { volumes: [{ name: 'host', hostPath: { path } }] },
    container: { volumeMounts: [{ name: 'host', mountPath: '/host', readOnly: true, ...mount }] },
  });
const sysctl = (name: string) => pod({ pod: { securityContext: { sysctls: [{ name, value: '1' }] } } });

const podFlags = [
  ['host-ipc', 'hostIPC'],
  ['host-pid', 'hostPID'],
  ['host-network', 'hostNetwork'],
] as const;

export const podCases = [
  ...podFlags.flatMap(([check, field]) =>
    casesOf(`kube-linter/${check}`, {
      fires: { deployment: deployment({ pod: { [field]: true } }) },
      passes: { unset: deployment(), off: statefulSet({ pod: { [field]: false } }) },
    }),
  ),
  ...casesOf('kube-linter/privileged-container', {
    fires: { privileged: context({ privileged: true, allowPrivilegeEscalation: true }) },
    passes: { off: deployment(), unset: context({ privileged: undefined }) },
  }),
  ...casesOf('kube-linter/scc-deny-privileged-container', {
    fires: {
      allowed: {
        apiVersion: 'security.openshift.io/v1',
        kind: 'SecurityContextConstraints',
        metadata: { name: 'wide' },
        allowPrivilegedContainer: true,
      },
    },
    passes: {
      refused: {
        apiVersion: 'security.openshift.io/v1',
        kind: 'SecurityContextConstraints',
        metadata: { name: 'narrow' },
        allowPrivilegedContainer: false,
      },
      'another kind': deployment(),
    },
  }),
  ...casesOf('kube-linter/privilege-escalation-container', {
    fires: {
      allowed: context({ allowPrivilegeEscalation: true }),
      'by privilege': context({ allowPrivilegeEscalation: undefined, privileged: true }),
    },
    passes: { refused: deployment() },
  }),
  ...casesOf('kube-linter/drop-net-raw-capability', {
    fires: {
      'not dropped': context({ capabilities: { drop: ['CHOWN'] } }),
      added: context({ capabilities: { drop: ['ALL'], add: ['NET_RAW'] } }),
    },
    passes: { 'all dropped': deployment(), dropped: context({ capabilities: { drop: ['NET_RAW'] } }) },
  }),
  ...casesOf('kube-linter/run-as-non-root', {
    fires: {
      unset: context({ runAsNonRoot: undefined, runAsUser: undefined }),
      'root by name': context({ runAsNonRoot: undefined, runAsUser: 0 }),
    },
    passes: {
      set: deployment(),
      'by the pod': deployment({
        pod: { securityContext: { runAsNonRoot: true } },
        container: { securityContext: secured({ runAsNonRoot: undefined, runAsUser: undefined }) },
      }),
    },
  }),
  ...casesOf('kube-linter/no-read-only-root-fs', {
    fires: {
      writable: context({ readOnlyRootFilesystem: false }),
      unset: context({ readOnlyRootFilesystem: undefined }),
    },
    passes: { 'read-only': deployment() },
  }),
  ...casesOf('kube-linter/unsafe-proc-mount', {
    fires: {
      unmasked: deployment({
        pod: { hostUsers: false },
        container: { securityContext: secured({ procMount: 'Unmasked' }) },
      }),
    },
    passes: { default: context({ procMount: 'Default' }), unset: deployment() },
  }),
  ...casesOf('kube-linter/unsafe-sysctls', {
    fires: { semaphores: sysctl('kernel.sem'), queues: sysctl('fs.mqueue.msg_max') },
    passes: { none: pod(), other: sysctl('kernel.domainname') },
  }),
  ...casesOf('kube-linter/docker-sock', {
    fires: { mounted: mounts('/var/run/docker.sock') },
    passes: { none: daemonSet(), 'another socket': mounts('/var/run/agent.sock') },
  }),
  ...casesOf('kube-linter/sensitive-host-mounts', {
    fires: { settings: mounts('/etc'), everything: mounts('/') },
    passes: { logs: mounts('/var/log'), none: daemonSet() },
  }),
  ...casesOf('kube-linter/writable-host-mount', {
    fires: {
      writable: mounts('/var/log', { readOnly: false }),
      unsaid: mounts('/var/log', { readOnly: undefined }),
    },
    passes: { 'read-only': mounts('/var/log') },
  }),
  ...casesOf('kube-linter/default-service-account', {
    fires: { unset: deployment(), named: deployment({ pod: { serviceAccountName: 'default' } }) },
    passes: { own: deployment({ pod: { serviceAccountName: 'checkout' } }) },
  }),
  ...casesOf('kube-linter/deprecated-service-account-field', {
    fires: { alone: deployment({ pod: { serviceAccount: 'checkout' } }) },
    passes: { unset: deployment(), new: deployment({ pod: { serviceAccountName: 'checkout' } }) },
  }),
  ...casesOf('kube-linter/latest-tag', {
    fires: {
      latest: image('app:latest'),
      'no tag': image('app'),
      'no tag below a path': image('registry.example.com/shop/app'),
    },
    passes: { tag: deployment(), digest: image(`app@sha256:${'a'.repeat(64)}`) },
  }),
  ...casesOf('kube-linter/duplicate-env-var', {
    fires: {
      twice: withEnv({ name: 'PORT', value: '1' }, { name: 'PORT', value: '2' }),
      'in a set': statefulSet({
        container: {
          env: [
            { name: 'PORT', value: '1' },
            { name: 'PORT', value: '1' },
          ],
        },
      }),
    },
    passes: { once: withEnv({ name: 'PORT', value: '1' }, { name: 'HOST', value: 'a' }) },
  }),
  ...casesOf('kube-linter/env-var-secret', {
    fires: { named: withEnv({ name: 'SECRET_WORD', value: 'x' }), lower: withEnv({ name: 'my_secret', value: 'x' }) },
    passes: {
      referred: withEnv({ name: 'SECRET_WORD', valueFrom: { secretKeyRef: { name: 'words', key: 'one' } } }),
      plain: withEnv({ name: 'PORT', value: '80' }),
    },
  }),
  ...casesOf('kube-linter/read-secret-from-env-var', {
    fires: {
      one: withEnv({ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'words', key: 'one' } } }),
    },
    passes: {
      'from a map': withEnv({ name: 'LEVEL', valueFrom: { configMapKeyRef: { name: 'words', key: 'one' } } }),
      none: deployment(),
    },
  }),
  ...casesOf('kube-linter/ssh-port', {
    fires: { tcp: ports({ containerPort: 22, protocol: 'TCP' }), unsaid: ports({ containerPort: 22 }) },
    passes: { udp: ports({ containerPort: 22, protocol: 'UDP' }), other: deployment() },
  }),
  ...casesOf('kube-linter/privileged-ports', {
    fires: { web: ports({ containerPort: 80 }), 'one of two': ports({ containerPort: 8080 }, { containerPort: 443 }) },
    passes: { high: deployment() },
  }),
];
