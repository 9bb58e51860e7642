import type { WindowsSecurityContextOptions } from '../../schema/types/core-v1.ts';
import { dns1123Subdomain } from '../../formats/index.ts';
import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { expectFormat } from './expect-format.ts';

const longestSpec = 64 * 1024;

/** Of a container or of a whole pod. */
export function validateWindowsOptions(check: Check, options: WindowsSecurityContextOptions, at: FieldPath): void {
  const { gmsaCredentialSpecName, gmsaCredentialSpec, runAsUserName } = options;
  if (gmsaCredentialSpecName !== undefined) {
    const place = child(at, 'gmsaCredentialSpecName');
    expectFormat(check, place, gmsaCredentialSpecName, dns1123Subdomain(gmsaCredentialSpecName));
  }
  if (gmsaCredentialSpec !== undefined) {
    const place = child(at, 'gmsaCredentialSpec');
    const length = Buffer.byteLength(gmsaCredentialSpec);
    if (length === 0) invalid(check, place, gmsaCredentialSpec, 'may not be empty');
    else if (length > longestSpec) invalid(check, place, `${length} bytes`, `may have at most ${longestSpec} bytes`);
  }
  if (runAsUserName !== undefined) {
    const problem = userNameProblem(runAsUserName);
    if (problem !== undefined) invalid(check, child(at, 'runAsUserName'), runAsUserName, problem);
  }
}

const domainLabel = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
const dnsDomain = new RegExp(`^${domainLabel}(?:\\.${domainLabel})*$`);
const netBiosDomain = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const controlCharacter = /[\u0000-\u001f\u007f]/;
const forbiddenCharacter = /["/\\:;|=,+*?<>@[\]]/;

/** `user`, or `DOMAIN\user`. */
function userNameProblem(name: string): string | undefined {
  if (name === '') return 'may not be empty';
  if (controlCharacter.test(name)) return 'may not contain control characters';
  const parts = name.split('\\');
  if (parts.length > 2) return 'may contain only one backslash';
  const user = parts.at(-1) ?? '';
  const domain = parts.length === 2 ? parts[0] : undefined;
  return (domain === undefined ? undefined : domainProblem(domain)) ?? userProblem(user);
}

function domainProblem(domain: string): string | undefined {
  if (Buffer.byteLength(domain) >= 256) return 'may have at most 255 characters before the backslash';
  if (netBiosDomain.test(domain) || dnsDomain.test(domain)) return undefined;
  return 'must have a NetBIOS or DNS name before the backslash';
}

function userProblem(user: string): string | undefined {
  if (user === '') return 'must name a user';
  if (Buffer.byteLength(user) > 104) return 'may have at most 104 characters for the user';
  if (/^[. ]+$/.test(user)) return 'may not be only dots or spaces';
  if (forbiddenCharacter.test(user)) return 'may not contain " / \\ : ; | = , + * ? < > @ [ ]';
  return undefined;
}
