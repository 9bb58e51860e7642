import { isPlaceholder } from './credential.ts';

const password = /passw(?:or)?d|passphrase|(?:^|[^a-z])pwd(?:$|[^a-z])/i;
const secret =
  /secret|token|bearer|credential|api[-_.]?key|access[-_.]?key|private[-_.]?key|encryption[-_.]?key|signing[-_.]?key/i;

/** Names that end so are about a secret, and not it. */
const about =
  /(?:file|path|dir|folder|mount|url|uri|endpoint|host|server|port|name|namespace|ref|id|ids|type|kind|mode|enabled?|disabled?|required?|ttl|timeout|expiry|expiration|expires|expire|lifetime|duration|interval|period|rotation|length|size|count|limit|max|min|version|header|audience|issuer|scopes?|policy|algorithm|alg|format|prefix|suffix|provider|store|engine|backend|bucket|class|role|user|username|location|region|field|label|claim|attribute|param|source|manager|hash|salt|regex|pattern|template|key[-_.]?ref|in|seconds|minutes|hours|days|ms)$/i;

/** References that a program or an operator looks up: `vault:secret/data/x`, `ref+awssecrets://x`, `op://x`, `arn:aws:...`. */
const reference =
  /^(?:vault:|ref\+|op:\/\/|arn:|projects\/|gcp:|aws:|azure:|file:|env:|secret:|k8s:|keyvault:|sops:|ENC\[)/i;

/** Switches, numbers, durations, paths, addresses. */
const ordinary =
  /^(?:true|false|yes|no|on|off|none|null|nil|default|auto|enabled|disabled|optional|required|[\d.,]+[a-z]{0,3}|\.{0,2}\/\S*|[a-z][a-z0-9+.-]*:\/\/\S+)$/i;

export type Sensitivity = 'password' | 'random';

/** Whether a value under this name is a secret in plain text: any literal password; anything else only when it looks random. */
export function sensitivityOf(name: string, value: string): Sensitivity | undefined {
  if (value.trim() === '' || /[\r\n]/.test(value.trim())) return undefined;
  if (about.test(name) || ordinary.test(value.trim()) || reference.test(value) || isPlaceholder(value))
    return undefined;
  if (password.test(name)) return 'password';
  return secret.test(name) && looksRandom(value.trim()) ? 'random' : undefined;
}

const leastLength = 16;
const leastEntropy = 3.5;

/** Long, of letters and digits mixed without words, and with few repeats: base64, hex, what generators make. */
function looksRandom(value: string): boolean {
  if (value.length < leastLength || !/^[\w+/=.~!@#%^&*-]+$/.test(value)) return false;
  if (!/\d/.test(value) || !/[a-z]/i.test(value)) return false;
  // Names of objects and of settings: words with dashes, dots or underscores between them.
  if (/^[a-z][a-z0-9]{0,20}(?:[-._][a-z0-9]{1,20})+$/i.test(value)) return false;
  return entropyOf(value) >= Math.min(leastEntropy, Math.log2(value.length) - 0.5);
}

/** Shannon's, in bits per character. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let entropy = 0;
  for (const count of counts.values()) entropy -= (count / text.length) * Math.log2(count / text.length);
  return entropy;
}
