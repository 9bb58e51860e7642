import type { ProjectedVolumeSource, ServiceAccountTokenProjection } from '../../schema/types/core-v1.ts';
import { forbidden, invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateDownwardApiFile, validateKeysToPaths } from './config-volumes.ts';
import { validateFileMode, validateWrittenPath } from './file-path.ts';
import { checkedSince, enabledSince } from './gates.ts';
import { validateClusterTrustBundle, validatePodCertificate } from './projected-certificates.ts';

const tenMinutes = 600;
const longestToken = 2 ** 32;

/** Several sources that write into one folder: none may write over another's file. */
export function validateProjectedVolume(check: Check, volume: ProjectedVolumeSource, at: FieldPath): void {
  validateFileMode(check, volume.defaultMode, child(at, 'defaultMode'));
  const written = new Set<string>();
  const write = (path: string | undefined): void => {
    if (path === undefined) return;
    if (written.has(path)) invalid(check, at, path, 'is written by two sources');
    written.add(path);
  };
  for (const [position, source] of (volume.sources ?? []).entries()) {
    const place = index(child(at, 'sources'), position);
    let kinds = 0;
    for (const kind of ['secret', 'configMap'] as const) {
      const files = source[kind];
      if (files === undefined) continue;
      kinds += 1;
      if (!files.name) required(check, child(place, kind, 'name'));
      validateKeysToPaths(check, files.items, child(place, kind, 'items'));
      for (const item of files.items ?? []) write(item.path || undefined);
    }
    if (source.downwardAPI !== undefined) {
      kinds += 1;
      for (const file of source.downwardAPI.items ?? []) {
        validateDownwardApiFile(check, file, child(place, 'downwardAPI'));
        write(file.path || undefined);
      }
    }
    if (source.serviceAccountToken !== undefined) {
      kinds += 1;
      validateToken(check, source.serviceAccountToken, child(place, 'serviceAccountToken'), at);
    }
    if (source.clusterTrustBundle !== undefined && check.minor >= enabledSince.clusterTrustBundles) {
      kinds += 1;
      validateClusterTrustBundle(check, source.clusterTrustBundle, child(place, 'clusterTrustBundle'));
      write(source.clusterTrustBundle.path ?? '');
    }
    if (source.podCertificate !== undefined && check.minor >= enabledSince.podCertificates) {
      kinds += 1;
      validatePodCertificate(check, source.podCertificate, child(place, 'podCertificate'));
      write(source.podCertificate.credentialBundlePath || undefined);
      write(source.podCertificate.keyPath || undefined);
      write(source.podCertificate.certificateChainPath || undefined);
    }
    if (kinds > 1) forbidden(check, place, 'may have one kind of source only');
  }
}

/** The server names the path of a token as if it were the volume's: `volume` is the place of the volume. */
function validateToken(check: Check, token: ServiceAccountTokenProjection, at: FieldPath, volume: FieldPath): void {
  const seconds = token.expirationSeconds ?? 3600;
  if (seconds < tenMinutes)
    invalid(check, child(at, 'expirationSeconds'), seconds, 'must be 600 (ten minutes) or more');
  if (seconds > longestToken)
    invalid(check, child(at, 'expirationSeconds'), seconds, `must be ${longestToken} or less`);
  if (!token.path) required(check, child(volume, 'path'));
  else if (check.minor >= checkedSince.tokenPaths) validateWrittenPath(check, token.path, child(volume, 'path'));
}
