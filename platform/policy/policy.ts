import { definePolicy } from 'keelson';
import { key } from '../names.ts';

export default definePolicy({
  rules: {
    // What runs here is built by us, or mirrored after a scan.
    'image-registry': { options: { allowed: ['ghcr.io/meridian'] } },
    // The bill is split by this label.
    'cost-labels': { options: { labels: [key.tenant] } },
    // Who owns something is said once, in its declaration: strict runs need no label or annotation for it.
    'required-labels': { options: { labels: [] } },
    'required-annotations': { options: { annotations: {} } },
  },
});
