import type { HostAlias, PodDNSConfig, PodSpec } from '../../schema/types/core-v1.ts';
import { dns1123Label, dns1123Subdomain, dns1123SubdomainWithUnderscore } from '../../formats/index.ts';
import { forbidden, invalid, notSupported, required, tooLong } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkAddress } from './address-field.ts';
import { expectFormat } from './expect-format.ts';
import { checkedSince, enabledSince } from './gates.ts';

const dnsPolicies = ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'];
const mostNameservers = 3;
const [mostSearches, longestSearchList] = [32, 2048];
const [mostSearchesOnce, longestSearchListOnce] = [6, 256];
const longestHostname = 64;

/** How the pod finds names, and what it is called. `at` is the pod spec's path. */
export function validatePodDns(check: Check, spec: PodSpec, at: FieldPath): void {
  const policy = spec.dnsPolicy || 'ClusterFirst';
  if (!dnsPolicies.includes(policy)) notSupported(check, child(at, 'dnsPolicy'), policy, dnsPolicies);
  const config = child(at, 'dnsConfig');
  if (policy === 'None' && spec.dnsConfig === undefined) required(check, config, 'is needed for dnsPolicy None');
  else if (policy === 'None' && !spec.dnsConfig?.nameservers?.length) {
    required(check, child(config, 'nameservers'), 'must have one at least for dnsPolicy None');
  } else if (spec.dnsConfig !== undefined) {
    validateConfig(check, spec.dnsConfig, config);
  }
  for (const name of ['hostname', 'subdomain'] as const) {
    const value = spec[name] ?? '';
    if (value !== '') expectFormat(check, child(at, name), value, dns1123Label(value));
  }
  validateHostnameOverride(check, spec, child(at, 'hostnameOverride'));
  validateHostAliases(check, spec.hostAliases ?? [], child(at, 'hostAliases'));
}

function validateConfig(check: Check, config: PodDNSConfig, at: FieldPath): void {
  const { nameservers = [], searches = [], options = [] } = config;
  if (nameservers.length > mostNameservers) {
    invalid(check, child(at, 'nameservers'), nameservers, `may have ${mostNameservers} at most`);
  }
  for (const [position, server] of nameservers.entries()) {
    checkAddress(check, index(child(at, 'nameservers'), position), server);
  }
  const place = child(at, 'searches');
  const [most, longest] =
    check.minor >= checkedSince.longDnsSearches
      ? [mostSearches, longestSearchList]
      : [mostSearchesOnce, longestSearchListOnce];
  if (searches.length > most) invalid(check, place, searches, `may have ${most} at most`);
  if (Buffer.byteLength(searches.join(' ')) > longest) {
    invalid(check, place, searches, `may have ${longest} characters together`);
  }
  const isRelaxed = check.minor >= enabledSince.relaxedDnsSearches;
  for (const [position, search] of searches.entries()) {
    if (search === '.' && isRelaxed) continue;
    const name = search.endsWith('.') ? search.slice(0, -1) : search;
    const problem = isRelaxed ? dns1123SubdomainWithUnderscore(name) : dns1123Subdomain(name);
    expectFormat(check, index(place, position), search, problem);
  }
  for (const [position, option] of options.entries()) {
    if (!option.name) required(check, index(child(at, 'options'), position), 'must have a name');
  }
}

function validateHostnameOverride(check: Check, spec: PodSpec, at: FieldPath): void {
  const name = spec.hostnameOverride;
  if (name === undefined || check.minor < enabledSince.hostnameOverride) return;
  if (spec.setHostnameAsFQDN === true) forbidden(check, at, 'may not stand beside `setHostnameAsFQDN: true`');
  if (spec.hostNetwork === true) forbidden(check, at, 'may not stand beside `hostNetwork: true`');
  if (Buffer.byteLength(name) > longestHostname) tooLong(check, at, longestHostname);
  expectFormat(check, at, name, dns1123Subdomain(name));
}

function validateHostAliases(check: Check, aliases: readonly HostAlias[], at: FieldPath): void {
  for (const [position, alias] of aliases.entries()) {
    const isNamed = check.minor >= checkedSince.hostAliasPositions;
    const place = isNamed ? index(at, position) : at;
    checkAddress(check, child(place, 'ip'), alias.ip ?? '');
    for (const [which, name] of (alias.hostnames ?? []).entries()) {
      const names = child(place, 'hostnames');
      expectFormat(check, isNamed ? index(names, which) : names, name, dns1123Subdomain(name));
    }
  }
}
