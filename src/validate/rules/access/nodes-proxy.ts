import { powers } from '../../../analysis/index.ts';
import { defineRoleRule } from './role-rule.ts';

export const nodesProxy = defineRoleRule({
  id: 'nodes-proxy',
  title: 'No role gives access to the kubelet through `nodes/proxy`.',
  fix: 'Give `nodes/metrics`, `nodes/stats`, `nodes/log` or `nodes/healthz`: what the kubelet is asked for.',
  power: powers.nodesProxy,
});
