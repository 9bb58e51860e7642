import { containersOf } from '../../../analysis/index.ts';
import type { PodView } from '../../../analysis/index.ts';

/** An image as a pod names it. */
export interface PlacedImage {
  /** As written. */
  readonly image: string;
  /** In the user's words: `container "web"`, `volume "models"`. */
  readonly user: string;
  /** With registry and `library/`, as a runtime completes it: `docker.io/library/nginx`. */
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
  /** `imagePullPolicy` or `pullPolicy`. */
  readonly pullPolicy: string | undefined;
  readonly pointer: string;
  /** Of the pull policy. */
  readonly policyPointer: string;
}

/** Those of the containers and of the volumes that are images; an empty name is the API server's to refuse. */
export function imagesOf(pod: PodView): readonly PlacedImage[] {
  const ofContainers = containersOf(pod).map(({ container, name, pointer }) => ({
    image: container.image ?? '',
    user: `container "${name}"`,
    pullPolicy: container.imagePullPolicy,
    pointer: `${pointer}/image`,
    policyPointer: `${pointer}/imagePullPolicy`,
  }));
  const ofVolumes = (pod.spec.volumes ?? []).flatMap(({ name = '', image }, position) => {
    const pointer = `${pod.pointer}/spec/volumes/${position}/image`;
    if (image === undefined) return [];
    const { reference = '', pullPolicy } = image;
    const policyPointer = `${pointer}/pullPolicy`;
    return [{ image: reference, user: `volume "${name}"`, pullPolicy, pointer: `${pointer}/reference`, policyPointer }];
  });
  return [...ofContainers, ...ofVolumes].flatMap((one) =>
    one.image.trim() === '' ? [] : [{ ...one, ...partsOf(one.image.trim()) }],
  );
}

/** `host:port/path:tag@digest`, as the reference grammar of the distribution project has it. */
function partsOf(image: string): Pick<PlacedImage, 'repository' | 'tag' | 'digest'> {
  const [name = '', digest] = image.split('@', 2);
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
  const path = colon < 0 ? name : name.slice(0, colon);
  const tag = colon < 0 ? undefined : name.slice(colon + 1);
  return { repository: complete(path), tag, digest };
}

function complete(path: string): string {
  const slash = path.indexOf('/');
  const host = slash < 0 ? '' : path.slice(0, slash);
  if (host.includes('.') || host.includes(':') || host === 'localhost') return path.replace(/^index\./, '');
  return `docker.io/${slash < 0 ? 'library/' : ''}${path}`;
}
