import { casesOf } from '../case.ts';
import { clusterScoped, object } from '../objects.ts';

const group = 'rbac.authorization.k8s.io';
const api = `${group}/v1`;
const every = { apiGroups: ['*'], resources: ['*'], verbs: ['*'] };
const exec = { apiGroups: [''], resources: ['pods/exec'], verbs: ['create'] };
const attach = { apiGroups: [''], resources: ['pods/attach'], verbs: ['get'] };
const read = { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] };
const named = {
  apiGroups: ['*'],
  resources: ['*'],
  verbs: ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'],
};

const subjects = [{ kind: 'ServiceAccount', name: 'checkout', namespace: 'shop' }];
const clusterRole = (rule: object, name = 'operate') => clusterScoped(api, 'ClusterRole', name, { rules: [rule] });
const role = (rule: object, name = 'operate') => object(api, 'Role', name, { rules: [rule] });
const clusterBinding = (to = 'operate', name = 'operators') =>
  clusterScoped(api, 'ClusterRoleBinding', name, {
    roleRef: { apiGroup: group, kind: 'ClusterRole', name: to },
    subjects,
  });
const binding = (kind: 'Role' | 'ClusterRole', to = 'operate') =>
  object(api, 'RoleBinding', 'operators', { roleRef: { apiGroup: group, kind, name: to }, subjects });

export const accessCases = [
  ...casesOf('polaris/clusterrolePodExecAttach', {
    fires: { exec: clusterRole(exec), attach: clusterRole(attach), everything: clusterRole(every) },
    passes: { read: clusterRole(read), 'of the system': clusterRole(exec, 'system:operate') },
  }),
  ...casesOf('polaris/rolePodExecAttach', {
    fires: { exec: role(exec), 'every verb': role({ ...exec, verbs: ['*'] }) },
    passes: { read: role(read), 'another verb': role({ ...exec, verbs: ['delete'] }) },
  }),
  ...casesOf('polaris/clusterrolebindingPodExecAttach', {
    fires: { exec: [clusterBinding(), clusterRole(exec)], everything: [clusterBinding(), clusterRole(every)] },
    passes: { read: [clusterBinding(), clusterRole(read)] },
  }),
  ...casesOf('polaris/rolebindingClusterRolePodExecAttach', {
    fires: { exec: [binding('ClusterRole'), clusterRole(exec)], attach: [binding('ClusterRole'), clusterRole(attach)] },
    passes: { read: [binding('ClusterRole'), clusterRole(read)] },
  }),
  ...casesOf('polaris/rolebindingRolePodExecAttach', {
    fires: { exec: [binding('Role'), role(exec)], everything: [binding('Role'), role(every)] },
    passes: { read: [binding('Role'), role(read)] },
  }),
  ...casesOf('polaris/clusterrolebindingClusterAdmin', {
    fires: {
      'the default role': clusterBinding('cluster-admin'),
      wildcards: [clusterBinding(), clusterRole(every)],
      'every verb by name': [clusterBinding(), clusterRole(named)],
    },
    passes: {
      read: [clusterBinding(), clusterRole(read)],
      'of the system': clusterBinding('cluster-admin', 'system:masters'),
    },
  }),
  ...casesOf('polaris/rolebindingClusterAdminClusterRole', {
    fires: {
      'the default role': binding('ClusterRole', 'cluster-admin'),
      wildcards: [binding('ClusterRole'), clusterRole(every)],
    },
    passes: { read: [binding('ClusterRole'), clusterRole(read)] },
  }),
  ...casesOf('polaris/rolebindingClusterAdminRole', {
    fires: { wildcards: [binding('Role'), role(every)], 'every verb by name': [binding('Role'), role(named)] },
    passes: { read: [binding('Role'), role(read)] },
  }),
];
