import type { Subject } from '../../schema/types/rbac-v1.ts';

const groupOfNamespace = 'system:serviceaccounts:';
const userOfAccount = 'system:serviceaccount:';

/**
 * The namespace whose service accounts a subject stands for: an account, all accounts of a namespace as a group, or an account by its user
 * name. Undefined for people.
 */
export function accountNamespace({ kind, name = '', namespace }: Subject): string | undefined {
  if (kind === 'ServiceAccount') return namespace;
  if (kind === 'Group' && name.startsWith(groupOfNamespace)) return name.slice(groupOfNamespace.length);
  if (kind === 'User' && name.startsWith(userOfAccount)) return name.slice(userOfAccount.length).split(':')[0];
  return undefined;
}

/** For messages: `ServiceAccount ci/deployer`, `Group payments-admins`. */
export function nameOf({ kind = '', name = '', namespace }: Subject): string {
  return kind === 'ServiceAccount' ? `${kind} ${namespace ?? '?'}/${name}` : `${kind} ${name}`;
}
