import { podKinds } from '../../../analysis/index.ts';
import type { World } from '../../../analysis/index.ts';
import type { ServiceAccount } from '../../../schema/types/core-v1.ts';
import { defineRule } from '../../rule.ts';
import { boundAccounts } from './bound-accounts.ts';

export const automountServiceAccountToken = defineRule({
  id: 'automount-service-account-token',
  set: 'strict',
  title: 'Only pods whose account has rights get a token of it.',
  fix: 'Set `automountServiceAccountToken: false` in the pod or in its ServiceAccount.',
  severity: 'warning',
  aliases: ['polaris/automountServiceAccountToken', 'checkov/CKV_K8S_38', 'monokle/KBP106'],
  kinds: podKinds,
  checkSet(world, report) {
    const bound = world.view(boundAccounts);
    for (const object of world.objects) {
      const { pod, ref } = object;
      if (pod === undefined) continue;
      const { automountServiceAccountToken: own, serviceAccountName, serviceAccount } = pod.spec;
      const account = serviceAccountName ?? serviceAccount ?? 'default';
      if ((own ?? accountSays(world, ref.namespace, account)) === false) continue;
      if (bound.has(ref.namespace, account)) continue;
      report(object, {
        messageId: own === true ? 'mounted' : 'required',
        message: `the pod gets a token of service account "${account}", which no role is bound to: who breaks in can speak to the API server`,
        pointer: `${pod.pointer}/spec/automountServiceAccountToken`,
        ...(own === true ? { seen: 'true' } : {}),
        allowed: 'false',
      });
    }
  },
});

function accountSays(world: World, namespace: string | undefined, name: string): boolean | undefined {
  const account: ServiceAccount | undefined = world.find('/ServiceAccount', namespace, name)?.object;
  return account?.automountServiceAccountToken;
}
