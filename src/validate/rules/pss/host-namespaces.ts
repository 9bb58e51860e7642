import { definePodSecurityRule } from '../../pss/control.ts';

const namespaces = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

export const hostNamespaces = definePodSecurityRule({
  id: 'pss-host-namespaces',
  title: "A pod does not share the node's network, processes or memory.",
  fix: 'Remove `hostNetwork`, `hostPID` and `hostIPC`.',
  control: {
    name: 'hostNamespaces',
    level: 'baseline',
    since: 0,
    offences: ({ spec, pointer }) =>
      namespaces
        .filter((field) => spec[field] === true)
        .map((field) => ({
          pointer: `${pointer}/spec/${field}`,
          messageId: 'forbidden',
          detail: "shares the node's own",
          seen: 'true',
        })),
  },
});
