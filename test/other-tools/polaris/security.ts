import { casesOf } from '../case.ts';
import { daemonSet, deployment, object, pod, secured } from '../objects.ts';

const config = (data: object) => object('v1', 'ConfigMap', 'checkout', { data });
const withEnv = (...env: readonly object[]) => deployment({ container: { env } });
const context = (changes: Readonly<Record<string, unknown>>) =>
  deployment({ container: { securityContext: secured(changes) } });
const ingress = (spec: object) =>
  object('networking.k8s.io/v1', 'Ingress', 'checkout', {
    spec: {
      rules: [
        {
          host: 'shop.example.com',
          http: {
            paths: [
              { path: '/', pathType: 'Prefix', backend: { service: { name: 'checkout', port: { number: 80 } } } },
            ],
          },
        },
      ],
      ...spec,
    },
  });
const isolation = (spec: object) => object('networking.k8s.io/v1', 'NetworkPolicy', 'checkout', { spec });
const both = { policyTypes: ['Ingress', 'Egress'], ingress: [{}], egress: [{}] };
const keyHeader = ['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' ');

const podFlags = [
  ['hostIPCSet', 'hostIPC'],
  ['hostPIDSet', 'hostPID'],
  ['hostNetworkSet', 'hostNetwork'],
] as const;

export const securityCases = [
  ...podFlags.flatMap(([check, field]) =>
    casesOf(`polaris/${check}`, {
      fires: { deployment: deployment({ pod: { [field]: true } }), pod: pod({ pod: { [field]: true } }) },
      passes: { unset: deployment(), off: deployment({ pod: { [field]: false } }) },
    }),
  ),
  ...casesOf('polaris/automountServiceAccountToken', {
    fires: {
      'left to the default': deployment({ pod: { automountServiceAccountToken: undefined } }),
      'switched on': deployment({ pod: { automountServiceAccountToken: true } }),
    },
    passes: { 'switched off': deployment() },
  }),
  ...casesOf('polaris/hostPathSet', {
    fires: { volume: daemonSet({ pod: { volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }] } }) },
    passes: { none: daemonSet(), 'empty folder': daemonSet({ pod: { volumes: [{ name: 'tmp', emptyDir: {} }] } }) },
  }),
  ...casesOf('polaris/hostPortSet', {
    fires: { set: deployment({ container: { ports: [{ containerPort: 8080, hostPort: 8080 }] } }) },
    passes: { unset: deployment(), zero: deployment({ container: { ports: [{ containerPort: 8080, hostPort: 0 }] } }) },
  }),
  ...casesOf('polaris/hostProcess', {
    fires: {
      container: context({ windowsOptions: { hostProcess: true } }),
      pod: deployment({ pod: { securityContext: { windowsOptions: { hostProcess: true } } } }),
    },
    passes: { off: context({ windowsOptions: { hostProcess: false } }), unset: deployment() },
  }),
  ...casesOf('polaris/linuxHardening', {
    fires: {
      nothing: deployment({ container: { securityContext: undefined } }),
      unconfined: deployment({ container: { securityContext: { seccompProfile: { type: 'Unconfined' } } } }),
    },
    passes: {
      seccomp: deployment({ container: { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } } }),
      capabilities: deployment({ container: { securityContext: { capabilities: { drop: ['NET_RAW'] } } } }),
    },
  }),
  ...casesOf('polaris/missingNetworkPolicy', {
    fires: {
      none: deployment(),
      'for another app': [deployment(), isolation({ podSelector: { matchLabels: { app: 'basket' } }, ...both })],
    },
    passes: { both: [deployment(), isolation({ podSelector: { matchLabels: { app: 'checkout' } }, ...both })] },
  }),
  ...casesOf('polaris/notReadOnlyRootFilesystem', {
    fires: {
      writable: context({ readOnlyRootFilesystem: false }),
      unset: context({ readOnlyRootFilesystem: undefined }),
    },
    passes: { 'read-only': deployment() },
  }),
  ...casesOf('polaris/privilegeEscalationAllowed', {
    fires: {
      allowed: context({ allowPrivilegeEscalation: true }),
      unset: context({ allowPrivilegeEscalation: undefined }),
    },
    passes: { refused: deployment() },
  }),
  ...casesOf('polaris/procMount', {
    fires: {
      unmasked: deployment({
        pod: { hostUsers: false },
        container: { securityContext: secured({ procMount: 'Unmasked' }) },
      }),
    },
    passes: { default: context({ procMount: 'Default' }), unset: deployment() },
  }),
  ...casesOf('polaris/runAsRootAllowed', {
    fires: {
      unset: context({ runAsNonRoot: undefined, runAsUser: undefined }),
      root: context({ runAsNonRoot: undefined, runAsUser: 0 }),
      'allowed over the pod': deployment({
        pod: { securityContext: { runAsNonRoot: true } },
        container: { securityContext: secured({ runAsNonRoot: false, runAsUser: undefined }) },
      }),
    },
    passes: {
      'by the pod': deployment({
        pod: { securityContext: { runAsNonRoot: true } },
        container: { securityContext: secured({ runAsNonRoot: undefined, runAsUser: undefined }) },
      }),
      'by its user': context({ runAsNonRoot: undefined, runAsUser: 1000 }),
    },
  }),
  ...casesOf('polaris/runAsPrivileged', {
    fires: {
      container: context({ privileged: true, allowPrivilegeEscalation: true }),
      'one of two': deployment({
        others: [{ name: 'agent', image: 'registry.example.com/agent:1', securityContext: { privileged: true } }],
      }),
    },
    passes: { off: deployment(), unset: context({ privileged: undefined }) },
  }),
  ...casesOf('polaris/dangerousCapabilities', {
    fires: {
      all: context({ capabilities: { drop: ['ALL'], add: ['ALL'] } }),
      admin: context({ capabilities: { drop: ['ALL'], add: ['SYS_ADMIN'] } }),
      network: context({ capabilities: { add: ['NET_ADMIN'] } }),
    },
    passes: { none: deployment(), small: context({ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } }) },
  }),
  ...casesOf('polaris/insecureCapabilities', {
    fires: {
      'nothing dropped': context({ capabilities: undefined }),
      'one dropped': context({ capabilities: { drop: ['NET_RAW'] } }),
    },
    passes: { 'all dropped': deployment() },
  }),
  ...casesOf('polaris/tlsSettingsMissing', {
    fires: { none: ingress({}) },
    passes: {
      secret: ingress({ tls: [{ hosts: ['shop.example.com'], secretName: 'shop-tls' }] }),
      'no ingress': deployment(),
    },
  }),
  ...casesOf('polaris/sensitiveContainerEnvVar', {
    fires: {
      password: withEnv({ name: 'DB_PASSWORD', value: 'hunter' }),
      cloud: withEnv({ name: 'AWS_SECRET_ACCESS_KEY', value: 'x' }),
      'private key': withEnv({ name: 'MATERIAL', value: keyHeader }),
    },
    passes: {
      'from a secret': withEnv({ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }),
      plain: withEnv({ name: 'LOG_LEVEL', value: 'debug' }),
    },
  }),
  ...casesOf('polaris/sensitiveConfigmapContent', {
    fires: { password: config({ 'db-password': 'x' }), 'private key': config({ material: keyHeader }) },
    passes: { plain: config({ 'log-level': 'debug' }), empty: config({}) },
  }),
];
