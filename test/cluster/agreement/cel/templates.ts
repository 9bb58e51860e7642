import type { leaves } from './leaves.ts';

type Kind = keyof typeof leaves;

const orders = ['int', 'uint', 'double', 'string', 'bytes', 'time', 'duration', 'bool'].flatMap((kind) =>
  ['==', '!=', '<', '<=', '>', '>='].map((operator) => `<${kind}> ${operator} <${kind}>`),
);

/** Several templates a line, between bars. */
function each(text: string): readonly string[] {
  return text.split(/\s*\n\s*| ¦ /).filter((one) => one !== '');
}

/** How larger expressions are made of smaller ones, by the type that comes out. */
export const templates: Readonly<Record<Kind, readonly string[]>> = {
  bool: [
    ...orders,
    ...each(`
      <bool> && <bool> ¦ <bool> || <bool> ¦ !(<bool>) ¦ <bool> ? <bool> : <bool> ¦ bool(<string>) ¦ <int>
      <int> < <double> ¦ <uint> >= <int> ¦ <double> > <uint> ¦ <dyn> == <dyn> ¦ <dyn> == <int> ¦ <dyn> < <int>
      <ints> == <ints> ¦ <strings> == <strings> ¦ <labels> == <labels> ¦ <ports> == <ports> ¦ <sizes> != <sizes>
      <int> in <ints> ¦ <string> in <strings> ¦ <string> in <labels> ¦ <string> in <sizes> ¦ <double> in <doubles>
      <ints>.all(i, i > <int>) ¦ <strings>.exists(w, w == <string>) ¦ <ints>.exists_one(i, i == <int>)
      <ports>.exists(p, p.name == <string>) ¦ <ports>.all(p, has(p.port) && p.port > 1) ¦ <ports>.all(p, p.port < <int>)
      <labels>.all(k, k.size() < <int>) ¦ <labels>.exists(k, <labels>[k] == 'a') ¦ <ints>.all(i, v, i <= v)
      <labels>.exists(k, v, k == v) ¦ <strings>.existsOne(i, w, w == <string>) ¦ <ports>.map(p, p.name) == <strings>
      <string>.contains(<string>) ¦ <string>.startsWith(<string>) ¦ <string>.endsWith(<string>)
      <string>.matches('^[a-z]+$') ¦ <string>.matches('(?i)A|\\\\d{2}') ¦ <string>.matches(<string>)
      <ints>.isSorted() ¦ <strings>.isSorted() ¦ sets.contains(<ints>, <ints>) ¦ sets.equivalent(<strings>, <strings>)
      sets.intersects(<strings>, <strings>) ¦ isQuantity(<string>) ¦ isURL(<string>) ¦ isIP(<string>) ¦ isCIDR(<string>)
      isSemver(<string>) ¦ isSemver(<string>, <bool>) ¦ <quantity>.isGreaterThan(<quantity>) ¦ <quantity>.isInteger()
      <quantity>.isLessThan(<quantity>) ¦ <quantity> == <quantity> ¦ <ip>.isLoopback() ¦ <ip>.isGlobalUnicast()
      <ip> == <ip> ¦ <cidr>.containsIP(<ip>) ¦ <cidr>.containsCIDR(<cidr>) ¦ <cidr>.containsIP(<string>) ¦ <cidr> == <cidr>
      ip.isCanonical(<string>) ¦ <semver>.isLessThan(<semver>) ¦ <semver> == <semver> ¦ <url> == <url>
      <optionalString>.hasValue() ¦ <optionalInt> == <optionalInt> ¦ type(<dyn>) == int ¦ type(<dyn>) == string
      format.dns1123Label().validate(<string>).hasValue() ¦ format.uri().validate(<string>).hasValue()
      !format.named('qualifiedName').value().validate(<string>).hasValue() ¦ format.labelValue().validate(<string>).hasValue()
    `),
  ],
  int: each(`
    <int> + <int> ¦ <int> - <int> ¦ <int> * <int> ¦ <int> / <int> ¦ <int> % <int> ¦ -<int> ¦ <bool> ? <int> : <int>
    size(<string>) ¦ <strings>.size() ¦ size(<bytes>) ¦ size(<labels>) ¦ int(<double>) ¦ int(<string>) ¦ int(<uint>)
    <ints>.sum() ¦ <ints>.min() ¦ <ints>.max() ¦ <ints>.indexOf(<int>) ¦ <strings>.lastIndexOf(<string>) ¦ <ints>[<int>]
    <string>.indexOf(<string>) ¦ <string>.lastIndexOf(<string>) ¦ <string>.indexOf(<string>, 1) ¦ <sizes>[<string>]
    <time>.getFullYear() ¦ <time>.getHours('America/New_York') ¦ <time>.getDayOfWeek('+03:30') ¦ <time>.getMilliseconds()
    <time>.getDayOfYear() ¦ <duration>.getMinutes() ¦ <duration>.getMilliseconds() ¦ int(<time>) ¦ <quantity>.asInteger()
    <quantity>.compareTo(<quantity>) ¦ sign(<quantity>) ¦ <ip>.family() ¦ <cidr>.prefixLength() ¦ <semver>.major()
    <semver>.compareTo(<semver>) ¦ <optionalInt>.orValue(<int>) ¦ <optionalInt>.value() ¦ <ints>.reverse()[0] ¦ <ints>.sort()[0]
  `),
  uint: each('<uint> + <uint> ¦ <uint> - <uint> ¦ uint(<int>) ¦ uint(<double>) ¦ <uint> / <uint>'),
  double: each(`
    <double> + <double> ¦ <double> / <double> ¦ <double> * <double> ¦ double(<int>) ¦ double(<string>)
    <doubles>.sum() ¦ <doubles>.max() ¦ <quantity>.asApproximateFloat()
  `),
  string: each(`
    <string> + <string> ¦ string(<int>) ¦ string(<double>) ¦ string(<bool>) ¦ string(<time>) ¦ string(<duration>) ¦ string(<bytes>)
    <string>.lowerAscii() ¦ <string>.upperAscii() ¦ <string>.trim() ¦ <string>.substring(1) ¦ <string>.substring(0, <int>)
    <string>.replace('a', <string>) ¦ <string>.replace(<string>, 'z', 1) ¦ <string>.charAt(<int>) ¦ <strings>.join('-') ¦ <strings>.join()
    <string>.find('[a-z]+') ¦ <strings>[0] ¦ <labels>[<string>] ¦ <bool> ? <string> : <string> ¦ strings.quote(<string>)
    '%s!'.format([<string>]) ¦ '%d'.format([<int>]) ¦ '%x'.format([<int>]) ¦ '%.2f'.format([<double>]) ¦ '%e'.format([<double>])
    '%s'.format([<double>]) ¦ '%b'.format([<bool>]) ¦ '%s'.format([<strings>]) ¦ '%s'.format([<labels>]) ¦ '%s'.format([<time>])
    '%s'.format([<duration>]) ¦ '%f'.format([<double>]) ¦ <optionalString>.orValue(<string>) ¦ <url>.getHost()
    <url>.getHostname() ¦ <url>.getPort() ¦ <url>.getEscapedPath() ¦ <url>.getScheme() ¦ string(<ip>) ¦ string(<cidr>)
    string(<uint>) ¦ <strings>.max() ¦ <string>.split(<string>)[0]
  `),
  bytes: each('bytes(<string>) ¦ <bytes> + <bytes>'),
  ints: each(`
    <ints> + <ints> ¦ <ints>.map(i, i * 2) ¦ <ints>.filter(i, i > <int>) ¦ <ints>.map(i, i > 1, i + <int>) ¦ <strings>.map(w, w.size())
    <ints>.distinct() ¦ <ints>.sort() ¦ <ints>.reverse() ¦ <ints>.slice(0, 1) ¦ lists.range(3) ¦ [<ints>, <ints>].flatten()
    <ints>.transformList(i, v, i * v) ¦ <ints>.sortBy(i, -i) ¦ [?<optionalInt>, 4] ¦ <sizes>.map(k, <sizes>[k]).sort()
  `),
  doubles: each('<doubles> + <doubles> ¦ <doubles>.map(d, d / 2.0) ¦ <doubles>.sort()'),
  strings: each(`
    <strings> + <strings> ¦ <strings>.filter(w, w != <string>) ¦ <string>.split('a') ¦ <string>.split('', 2) ¦ <string>.findAll('[a-z0-9]')
    <strings>.distinct() ¦ <strings>.sort() ¦ <strings>.reverse() ¦ <ports>.map(p, p.name) ¦ <strings>.sortBy(w, w.size())
    <labels>.map(k, k).sort() ¦ [?<optionalString>] ¦ <url>.getQuery()['x']
  `),
  ports: each('<ports> + <ports> ¦ <ports>.filter(p, p.name != <string>)'),
  labels: each(`
    {<string>: <string>} ¦ {'b': <string>, ?'c': <optionalString>} ¦ <labels>.transformMap(k, v, k + v)
    <labels>.transformMapEntry(k, v, {v: k})
  `),
  sizes: each('{<string>: <int>} ¦ <sizes>.transformMap(k, v, v > 1, v * 2)'),
  time: each('<time> + <duration> ¦ <time> - <duration> ¦ timestamp(<int>) ¦ timestamp(<string>)'),
  duration: each('<time> - <time> ¦ <duration> + <duration> ¦ duration(<string>)'),
  dyn: each('dyn(<string>) ¦ dyn(<double>) ¦ dyn(<ints>) ¦ [dyn(<int>), dyn(<string>)][<int>]'),
  quantity: each('<quantity>.add(<quantity>) ¦ <quantity>.sub(<int>) ¦ quantity(<string>)'),
  ip: each('<cidr>.ip() ¦ ip(<string>)'),
  cidr: each('<cidr>.masked() ¦ cidr(<string>)'),
  url: each('url(<string>)'),
  semver: each('semver(<string>) ¦ semver(<string>, <bool>)'),
  optionalString: each(`
    <optionalString>.or(<optionalString>) ¦ <optionalString>.optMap(s, s + <string>) ¦ optional.of(<string>)
    <strings>[?<int>] ¦ <labels>[?<string>] ¦ <strings>.first() ¦ <strings>.last()
  `),
  optionalInt: each(`
    <optionalInt>.optMap(i, i + <int>) ¦ <optionalInt>.optFlatMap(i, <optionalInt>) ¦ <ints>[?<int>] ¦ <sizes>[?<string>]
  `),
};
