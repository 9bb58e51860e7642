import { UserError } from '../kernel/index.ts';
import type { OutsideObject } from '../model/types.ts';

/** `Secret/shop/database`, `Certificate.cert-manager.io/shop/*`, `StorageClass.storage.k8s.io/fast`. */
const form = /^([A-Z][A-Za-z0-9]*)(?:\.([a-z0-9.-]+))?\/(?:([^/]+)\/)?([^/]+)$/;

/** The objects that were given with --outside. */
export function outsideOf(given: readonly string[]): readonly OutsideObject[] {
  return given.map((text) => {
    const [, kind, group = '', namespace, name] = form.exec(text) ?? [];
    if (kind === undefined || name === undefined) {
      throw new UserError({
        code: 'bad-option',
        message: `--outside: "${text}" names no object.`,
        hint: 'Give KIND/NAMESPACE/NAME, or KIND/NAME for any namespace: Secret/shop/database, StorageClass.storage.k8s.io/fast. `*` is any name.',
      });
    }
    return {
      kind: `${group}/${kind}`,
      ...(namespace === undefined || namespace === '*' ? {} : { namespace }),
      ...(name === '*' ? {} : { name }),
    };
  });
}
