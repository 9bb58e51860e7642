import { podHolders } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';

export const podClaim = defineRule({
  id: 'pod-claim',
  set: 'reference',
  title: 'Claims that pods mount or ask devices with are there.',
  fix: 'Name a PersistentVolumeClaim, ResourceClaim or ResourceClaimTemplate of the namespace, or add it.',
  severity: 'error',
  kinds: 'every',
  checkSet(world, report) {
    const index = referencesIn(world);
    for (const from of podHolders(world)) {
      const { spec, pointer: place } = from.pod;
      const check = (kind: string, name: string | undefined, part: string, pointer: string): void => {
        if (name === undefined || name === '') return;
        want(index, report, {
          from,
          part,
          pointer: place + pointer,
          kind,
          namespace: from.ref.namespace,
          name,
          alone: 'hint',
        });
      };
      for (const [at, { name: volume = '', persistentVolumeClaim }] of (spec.volumes ?? []).entries()) {
        const pointer = `/spec/volumes/${at}/persistentVolumeClaim/claimName`;
        check('/PersistentVolumeClaim', persistentVolumeClaim?.claimName, `volume ${volume}`, pointer);
      }
      for (const [at, { name = '', resourceClaimName, resourceClaimTemplateName }] of (
        spec.resourceClaims ?? []
      ).entries()) {
        const pointer = `/spec/resourceClaims/${at}`;
        const part = `resource claim ${name}`;
        check('resource.k8s.io/ResourceClaim', resourceClaimName, part, `${pointer}/resourceClaimName`);
        check(
          'resource.k8s.io/ResourceClaimTemplate',
          resourceClaimTemplateName,
          part,
          `${pointer}/resourceClaimTemplateName`,
        );
      }
    }
  },
});
