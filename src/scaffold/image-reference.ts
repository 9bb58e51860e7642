import { UserError } from '../kernel/index.ts';

/** distribution/reference: repository (a path of lower-case parts, maybe with host and port), tag, digest. */
const pinned =
  /^(?:[a-zA-Z0-9](?:[-a-zA-Z0-9.]*[a-zA-Z0-9])?(?::\d{1,5})?\/)?[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*)*(?::[A-Za-z0-9_][-A-Za-z0-9_.]{0,127})?@sha256:[0-9a-f]{64}$/;

/** Throws UserError `image-without-digest` or `invalid-image`. */
export function checkPinnedImage(reference: string): void {
  if (pinned.test(reference)) return;
  const shape =
    'REPOSITORY@sha256:<64 lower-case hexadecimal digits>, for example ghcr.io/meridian/checkout@sha256:9f86...';
  if (!reference.includes('@')) {
    throw new UserError({
      code: 'image-without-digest',
      message: `Image "${reference}" has no digest.`,
      hint: `A tag can be moved, a digest cannot. Give ${shape}.`,
    });
  }
  throw new UserError({
    code: 'invalid-image',
    message: `"${reference}" is not an image reference with a digest.`,
    hint: `Give ${shape}.`,
  });
}
