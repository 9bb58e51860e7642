import { definePodSecurityRule } from '../../pss/control.ts';

const namespaces = [
  { field: 'hostNetwork', aliases: ['kube-linter/host-network', 'polaris/hostNetworkSet', 'checkov/CKV_K8S_19'] },
  { field: 'hostPID', aliases: ['kube-linter/host-pid', 'polaris/hostPIDSet', 'checkov/CKV_K8S_17'] },
  { field: 'hostIPC', aliases: ['kube-linter/host-ipc', 'polaris/hostIPCSet', 'checkov/CKV_K8S_18'] },
] as const;

export const hostNamespaces = definePodSecurityRule({
  id: 'pss-host-namespaces',
  title: "A pod does not share the node's network, processes or memory.",
  fix: 'Remove `hostNetwork`, `hostPID` and `hostIPC`.',
  aliases: [...namespaces.flatMap(({ aliases }) => aliases), 'monokle/PSS102'],
  control: {
    name: 'hostNamespaces',
    level: 'baseline',
    since: 0,
    offences: ({ spec, pointer }) =>
      namespaces
        .filter(({ field }) => spec[field] === true)
        .map(({ field, aliases }) => ({
          pointer: `${pointer}/spec/${field}`,
          messageId: 'forbidden',
          detail: "shares the node's own",
          seen: 'true',
          aliases: [...aliases, 'monokle/PSS102'],
        })),
  },
});
