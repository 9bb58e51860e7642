import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { restrictedPod } from '#src/constructs/index.ts';

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,10}$/);
const container = fc.record({
  name,
  image: fc.constant('registry.example/app@sha256:0'),
  resources: fc.constant({ requests: { cpu: '1', memory: '1Gi' } }),
});
const pod = fc.record(
  {
    containers: fc.array(container, { minLength: 1, maxLength: 3 }),
    initContainers: fc.array(container, { minLength: 1, maxLength: 2 }),
    user: fc.integer({ min: 1, max: 100_000 }),
    tmp: fc.constant('16Mi'),
    serviceAccountName: name,
  },
  { requiredKeys: ['containers'] },
);

/** The controls of the restricted level: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted */
test('every pod meets the restricted level, in every container', () => {
  fc.assert(
    fc.property(pod, (props) => {
      const spec = restrictedPod(props);
      expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
      expect(spec.automountServiceAccountToken).toBe(false);
      expect(spec.hostNetwork ?? spec.hostPID ?? false).toBe(false);
      const containers = [...spec.containers, ...(spec.initContainers ?? [])];
      expect(containers).toHaveLength(props.containers.length + (props.initContainers?.length ?? 0));
      for (const item of containers) {
        expect(item.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
          readOnlyRootFilesystem: true,
        });
        expect(item.volumeMounts ?? []).toEqual(props.tmp === undefined ? [] : [{ name: 'tmp', mountPath: '/tmp' }]);
      }
      expect(spec.volumes ?? []).toHaveLength(props.tmp === undefined ? 0 : 1);
      expect(spec.securityContext?.runAsUser).toBe(props.user);
    }),
  );
});
