import type { ISCSIVolumeSource } from '../../schema/types/core-v1.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';

/** What a Pod's and a PersistentVolume's iSCSI source have in common. */
export type IscsiFacts = Omit<ISCSIVolumeSource, 'secretRef'> & { readonly secretRef?: { readonly name?: string } };

/** RFC 3720: qualified names by date and domain, EUI-64 and NAA identifiers. */
const names: readonly (readonly [string, RegExp])[] = [
  ['iqn', /iqn\.\d{4}-\d{2}\.[A-Za-z0-9.-]+:[^,;*&$|\t\n\f\r ]+$/u],
  ['eui', /^eui.[A-Za-z0-9]{16}$/u],
  ['naa', /^naa.[A-Za-z0-9]{32}$/u],
];

const nameRule = 'must be an iSCSI name: iqn.YYYY-MM.domain:name, eui.<16 characters> or naa.<32 characters>';

export function validateIscsiVolume(check: Check, source: IscsiFacts, at: FieldPath): void {
  if (!source.targetPortal) required(check, child(at, 'targetPortal'));
  if (!source.iqn) required(check, child(at, 'iqn'));
  else if (!isIscsiName(source.iqn)) invalid(check, child(at, 'iqn'), source.iqn, nameRule);
  const lun = source.lun ?? 0;
  if (lun < 0 || lun > 255) invalid(check, child(at, 'lun'), lun, 'must be from 0 to 255');
  const authenticates = source.chapAuthDiscovery === true || source.chapAuthSession === true;
  if (authenticates && source.secretRef === undefined) {
    required(check, child(at, 'secretRef'), 'CHAP authentication reads its login from a Secret');
  }
  if (source.initiatorName !== undefined && !isIscsiName(source.initiatorName)) {
    invalid(check, child(at, 'initiatorname'), source.initiatorName, nameRule);
  }
}

/** With an initiator of its own, the name of the volume and the portal together name a node's file. */
export function iscsiNodeNameFits(volume: string, source: IscsiFacts): boolean {
  return source.initiatorName === undefined || Buffer.byteLength(`${volume}:${source.targetPortal ?? ''}`) <= 64;
}

function isIscsiName(name: string): boolean {
  return names.some(([prefix, form]) => name.startsWith(prefix) && form.test(name));
}
