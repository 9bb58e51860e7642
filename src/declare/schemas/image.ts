import { pattern, text } from './text.ts';

/** distribution/reference: `[host[:port]/]path[:tag][@digest]`. */
const repository =
  /^(?:[a-zA-Z0-9](?:[-a-zA-Z0-9.]*[a-zA-Z0-9])?(?::\d{1,5})?\/)?[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*)*$/;

function imageReason(value: string): string | undefined {
  const [name = '', digest, ...more] = value.split('@');
  if (more.length > 0) return 'not an image reference';
  const tagged = /^(.*?)(?::([A-Za-z0-9_][-A-Za-z0-9_.]{0,127}))?$/.exec(name.slice(name.lastIndexOf('/') + 1));
  const path = name.slice(0, name.lastIndexOf('/') + 1) + (tagged?.[1] ?? '');
  if (!repository.test(path)) return 'not an image reference';
  if (digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(digest))
    return 'the digest is not sha256: and 64 hexadecimal digits';
  return undefined;
}

export const Image = text('an image reference, for example ghcr.io/meridian/checkout', imageReason);

/** Images files hold digests only: a tag can be moved. */
export const PinnedImage = text(
  'an image reference with a digest, for example ghcr.io/meridian/checkout@sha256:<64 hexadecimal digits>',
  (value) => (value.includes('@') ? imageReason(value) : 'it has no digest'),
);

/** What a version of a chart looks like; a range would change what is deployed without a commit. */
export const ChartVersion = pattern(
  'one exact chart version, for example 1.19.1',
  /^v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/,
);

export const ChartRepository = text(
  'an https:// URL of a chart repository, or the registry path of an OCI chart without oci://',
  (value) => {
    if (value.startsWith('oci://')) return 'leave `oci://` out';
    if (/[\s*@]/.test(value)) return 'not a chart repository';
    return /^https?:\/\/\S+$/.test(value) || /^[a-z0-9][-a-z0-9.]*(?::\d+)?(?:\/[-a-z0-9._]+)*$/.test(value)
      ? undefined
      : 'not a chart repository';
  },
);
