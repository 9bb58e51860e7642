import { defineAdmissionRule } from 'keelson';
import { podVariables, tenantPods } from './admission-pods.ts';

const docs = 'platform/policy/admission.md';

/** Images are built by Meridian's pipelines; copies of others' images are kept there, too. */
export const registry = defineAdmissionRule({
  id: 'tenant-image-registry',
  title: "Tenants run images of Meridian's registry.",
  fix: 'Copy the image to `ghcr.io/meridian/` and name it there.',
  severity: 'error',
  docs,
  match: tenantPods,
  variables: podVariables,
  validations: [
    {
      expression: "variables.containers.all(c, c.image.startsWith('ghcr.io/meridian/'))",
      messageExpression:
        "'not of ghcr.io/meridian: ' + variables.containers.filter(c, !c.image.startsWith('ghcr.io/meridian/')).map(c, c.image).join(', ')",
    },
  ],
});

/** What was tested is what runs: a tag may be moved. */
export const digest = defineAdmissionRule({
  id: 'tenant-image-digest',
  title: 'Tenants name images by digest.',
  fix: 'Set the image with `keelson image set`, which writes its digest.',
  severity: 'error',
  docs,
  match: tenantPods,
  variables: podVariables,
  validations: [
    {
      expression: "variables.containers.all(c, c.image.matches('@sha256:[0-9a-f]{64}$'))",
      messageExpression:
        "'no digest: ' + variables.containers.filter(c, !c.image.matches('@sha256:[0-9a-f]{64}$')).map(c, c.image).join(', ')",
    },
  ],
});
