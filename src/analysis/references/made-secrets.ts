import type { SetObject } from '../set-object.ts';
import { itemsOf, mappingOf, memberOf, textOf } from '../loose.ts';
import type { Made } from './present.ts';

const tlsKeys = ['tls.crt', 'tls.key', 'ca.crt'];

/** cert-manager keeps what it was issued in a Secret, with more forms of it where they are asked for. */
export function madeFromCertificate({ ref, object }: SetObject): readonly Made[] {
  const name = textOf(object, 'spec', 'secretName');
  if (name === undefined) return [];
  const keys = [...tlsKeys];
  if (textOf(object, 'spec', 'keystores', 'jks', 'passwordSecretRef', 'name') !== undefined || asks(object, 'jks'))
    keys.push('keystore.jks', 'truststore.jks');
  if (asks(object, 'pkcs12')) keys.push('keystore.p12', 'truststore.p12');
  for (const [, { type }] of itemsOf(object, 'spec', 'additionalOutputFormats'))
    keys.push(type === 'DER' ? 'key.der' : 'tls-combined.pem');
  return [{ kind: '/Secret', namespace: ref.namespace, name, keys }];
}

function asks(object: SetObject['object'], form: string): boolean {
  return memberOf(object, 'spec', 'keystores', form, 'create') === true;
}

/** The account of an ACME issuer; that of a ClusterIssuer lies in a namespace that cert-manager was started with. */
export function madeFromIssuer({ ref, object }: SetObject): readonly Made[] {
  const name = textOf(object, 'spec', 'acme', 'privateKeySecretRef', 'name');
  return name === undefined ? [] : [{ kind: '/Secret', namespace: ref.namespace, name, keys: ['tls.key'] }];
}

const issuerAnnotations = ['cert-manager.io/issuer', 'cert-manager.io/cluster-issuer', 'kubernetes.io/tls-acme'];

/** Objects with one of cert-manager's annotations get a certificate for each Secret that they name for TLS. */
export function madeFromAnnotations({ ref, object, annotations }: SetObject): readonly Made[] {
  if (!issuerAnnotations.some((name) => annotations[name] !== undefined)) return [];
  const ofIngress = itemsOf(object, 'spec', 'tls').map(([, tls]) => textOf(tls, 'secretName'));
  const ofListeners = itemsOf(object, 'spec', 'listeners').flatMap(([, listener]) =>
    itemsOf(listener, 'tls', 'certificateRefs').map(([, certificate]) => textOf(certificate, 'name')),
  );
  return [...ofIngress, ...ofListeners]
    .filter((name) => name !== undefined)
    .map((name) => ({ kind: '/Secret', namespace: ref.namespace, name, keys: tlsKeys }));
}

export function madeFromExternalSecret({ ref, object }: SetObject): readonly Made[] {
  return externalSecret(object['spec'], ref.namespace, ref.name);
}

/** One in each namespace that it selects. */
export function madeFromClusterExternalSecret({ ref, object }: SetObject): readonly Made[] {
  const spec = memberOf(object, 'spec', 'externalSecretSpec');
  return externalSecret(spec, undefined, textOf(object, 'spec', 'externalSecretName') ?? ref.name);
}

function externalSecret(spec: unknown, namespace: string | undefined, ownName: string): readonly Made[] {
  const target = mappingOf(spec, 'target');
  if (target['creationPolicy'] === 'None') return [];
  const template = mappingOf(target, 'template');
  const fetched = itemsOf(spec, 'data').map(([, data]) => textOf(data, 'secretKey'));
  const templated = Object.keys(mappingOf(template, 'data'));
  const open =
    itemsOf(spec, 'dataFrom').length > 0 ||
    itemsOf(template, 'templateFrom').length > 0 ||
    target['creationPolicy'] === 'Merge' ||
    target['manifest'] !== undefined;
  const keys = templated.length > 0 && template['mergePolicy'] !== 'Merge' ? templated : [...fetched, ...templated];
  const name = textOf(target, 'name') ?? ownName;
  return [{ kind: '/Secret', namespace, name, keys: open ? undefined : keys.filter((key) => key !== undefined) }];
}

export function madeFromSealedSecret({ ref, object }: SetObject): readonly Made[] {
  const template = mappingOf(object, 'spec', 'template');
  const keys = [
    ...Object.keys(mappingOf(object, 'spec', 'encryptedData')),
    ...Object.keys(mappingOf(template, 'data')),
  ];
  return [{ kind: '/Secret', namespace: ref.namespace, name: ref.name, keys: keys.length === 0 ? undefined : keys }];
}

/** The CSI driver copies what it mounts into Secrets. */
export function madeFromSecretProviderClass({ ref, object }: SetObject): readonly Made[] {
  return itemsOf(object, 'spec', 'secretObjects').flatMap(([, secret]) => {
    const name = textOf(secret, 'secretName');
    if (name === undefined) return [];
    const keys = itemsOf(secret, 'data').map(([, data]) => textOf(data, 'key') ?? '');
    return [{ kind: '/Secret', namespace: ref.namespace, name, keys }];
  });
}

/** trust-manager copies a bundle to every namespace that it selects. */
export function madeFromBundle({ ref, object }: SetObject): readonly Made[] {
  const target = mappingOf(object, 'spec', 'target');
  return (['configMap', 'secret'] as const).flatMap((field) => {
    const key = textOf(target, field, 'key');
    if (key === undefined) return [];
    return [{ kind: field === 'secret' ? '/Secret' : '/ConfigMap', name: ref.name, keys: undefined }];
  });
}
