import type { RoleBinding, Subject } from '../../schema/types/rbac-v1.ts';
import type { SetObject } from '../set-object.ts';
import type { World } from '../world.ts';
import { rbacVersion, roleBook } from './roles.ts';
import type { RoleRights } from './roles.ts';

export interface PlacedSubject {
  /** A service account without a namespace has its RoleBinding's. */
  readonly subject: Subject;
  readonly pointer: string;
}

/** Who may do what, by which binding. */
export interface Grant {
  readonly binding: SetObject;
  readonly role: { readonly kind: string; readonly name: string };
  /** Undefined when nobody knows the role. */
  readonly rights: RoleRights | undefined;
  readonly subjects: readonly PlacedSubject[];
}

/** The rights hold in every namespace, and beyond namespaces. */
export function isClusterWide({ binding }: Grant): boolean {
  return binding.ref.kind === 'ClusterRoleBinding';
}

export function grantsOf(world: World): readonly Grant[] {
  return world.view(makeGrants);
}

function makeGrants(world: World): readonly Grant[] {
  const book = roleBook(world);
  return ['RoleBinding', 'ClusterRoleBinding']
    .flatMap((kind) => world.ofKind(`rbac.authorization.k8s.io/${kind}`))
    .filter(({ apiVersion }) => apiVersion === rbacVersion)
    .map((binding) => {
      const { namespace } = binding.ref;
      const { roleRef, subjects = [] } = binding.object as RoleBinding;
      const role = { kind: roleRef?.kind ?? '', name: roleRef?.name ?? '' };
      return {
        binding,
        role,
        rights: book.rightsOf(role.kind, role.name, namespace),
        subjects: subjects.map((subject, at) => ({
          subject: placed(subject, namespace),
          pointer: `/subjects/${at}`,
        })),
      };
    });
}

function placed(subject: Subject, namespace: string | undefined): Subject {
  if (subject.kind !== 'ServiceAccount' || subject.namespace !== undefined || namespace === undefined) return subject;
  return { ...subject, namespace };
}
