import { containersOf, isWindows } from '../../../analysis/index.ts';
import type { PlacedContainer } from '../../../analysis/index.ts';
import { definePodSecurityRule } from '../../pss/control.ts';
import type { Offence } from '../../pss/control.ts';

const dropping = ['polaris/insecureCapabilities', 'checkov/CKV_K8S_37', 'monokle/PSS206', 'monokle/KBP103'];

const adding = [
  'polaris/dangerousCapabilities',
  'checkov/CKV_K8S_25',
  'checkov/CKV_K8S_39',
  'monokle/PSS206',
  'monokle/KBP100',
];

export const capabilitiesRestricted = definePodSecurityRule({
  id: 'pss-capabilities-restricted',
  title: 'Containers drop all capabilities, and add at most NET_BIND_SERVICE.',
  fix: 'Set `securityContext.capabilities.drop: [ALL]` in the container, and add nothing but NET_BIND_SERVICE.',
  aliases: [...new Set([...dropping, ...adding])],
  control: {
    name: 'capabilities_restricted',
    level: 'restricted',
    since: 22,
    offences: (pod, minor) => (minor >= 25 && isWindows(pod) ? [] : containersOf(pod).flatMap(offencesOf)),
  },
});

function offencesOf({ container, name, pointer }: PlacedContainer): readonly Offence[] {
  const { drop = [], add = [] } = container.securityContext?.capabilities ?? {};
  const at = `${pointer}/securityContext/capabilities`;
  const added = add.flatMap((capability, position) =>
    capability === 'NET_BIND_SERVICE'
      ? []
      : [
          {
            pointer: `${at}/add/${position}`,
            messageId: 'forbidden' as const,
            detail: 'is no capability that may be added',
            seen: capability,
            allowed: 'NET_BIND_SERVICE',
            aliases: adding,
            container: name,
          },
        ],
  );
  if (drop.includes('ALL')) return added;
  const missing = { pointer: `${at}/drop`, messageId: 'required' as const, detail: 'must name ALL', container: name };
  return [{ ...missing, aliases: dropping }, ...added];
}
