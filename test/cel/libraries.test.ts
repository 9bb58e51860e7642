import { describe, expect, test } from 'vitest';
import { evaluate, valueOf } from './evaluate.ts';

/** Each line holds where Kubernetes 1.36 evaluates it. */
const facts: Readonly<Record<string, readonly string[]>> = {
  lists: [
    '[1, 2, 2].isSorted() && !["b", "a"].isSorted() && [].isSorted()',
    '[1, 3].sum() == 4 && [0.5, 1.0].sum() == 1.5 && [1u].sum() == 1u',
    "[duration('1m'), duration('1s')].sum() == duration('61s')",
    "['b', 'a'].min() == 'a' && [1, 3].max() == 3 && [true, false].max()",
    '[1, 2, 2].indexOf(2) == 1 && [1, 2, 2].lastIndexOf(2) == 2 && [1].indexOf(5) == -1',
    '[1, 2, 3].slice(1, 3) == [2, 3] && [3, 1].sort() == [1, 3] && [1, 2].reverse() == [2, 1]',
    '[[1], [2, 3]].flatten() == [1, 2, 3] && [1, 1, 2].distinct() == [1, 2] && lists.range(3) == [0, 1, 2]',
    "['bb', 'a'].sortBy(w, w.size()) == ['a', 'bb'] && [1].first().value() == 1 && [].last() == optional.none()",
  ],
  patterns: [
    "'abc 123'.find('[0-9]+') == '123' && 'abc'.find('[0-9]') == ''",
    "'1 a 2'.findAll('[0-9]') == ['1', '2'] && '1 a 2'.findAll('[0-9]', 1) == ['1'] && 'baac'.findAll('a*') == ['', 'aa', '']",
  ],
  urls: [
    "url('https://u:p@example.com:80/a%20b?k=v#f').getScheme() == 'https'",
    "url('https://u:p@example.com:80/').getHost() == 'example.com:80' && url('https://[::1]:80/').getHostname() == '::1'",
    "url('https://example.com:80/').getPort() == '80' && url('/p').getPort() == ''",
    "url('https://example.com/with space/').getEscapedPath() == '/with%20space/'",
    "url('https://e/?a=1&a=2&b').getQuery() == {'a': ['1', '2'], 'b': ['']}",
    "isURL('/absolute') && !isURL('relative') && !isURL('../x') && isURL('mailto:a@b') && !isURL('https://a b/')",
  ],
  quantities: [
    "isQuantity('1.3Gi') && isQuantity('1e3') && !isQuantity('1 G') && !isQuantity('200K') && !isQuantity('x')",
    "quantity('1Gi').isGreaterThan(quantity('1G')) && quantity('500m').isLessThan(quantity('1'))",
    "quantity('1000m').compareTo(quantity('1')) == 0 && quantity('200M') == quantity('0.2G')",
    "quantity('50k').asInteger() == 50000 && quantity('50k').isInteger() && !quantity('50m').isInteger()",
    "quantity('1.5').asApproximateFloat() == 1.5 && sign(quantity('-1')) == -1 && sign(quantity('0')) == 0",
    "quantity('4k').add(quantity('1')).asInteger() == 4001 && quantity('5').sub(2).compareTo(quantity('3')) == 0",
  ],
  addresses: [
    "isIP('10.0.0.1') && isIP('::1') && !isIP('010.0.0.1') && !isIP('::ffff:1.2.3.4') && !isIP('fe80::1%eth0')",
    "ip('127.0.0.1').family() == 4 && ip('::1').family() == 6 && ip('::1') == ip('0:0:0:0:0:0:0:1')",
    "ip('0.0.0.0').isUnspecified() && ip('127.0.0.9').isLoopback() && !ip('10.0.0.1').isLoopback()",
    "ip('224.0.0.1').isLinkLocalMulticast() && ip('ff02::1').isLinkLocalMulticast() && !ip('224.0.1.1').isLinkLocalMulticast()",
    "ip('169.254.1.1').isLinkLocalUnicast() && ip('fe80::1').isLinkLocalUnicast() && ip('10.0.0.1').isGlobalUnicast()",
    "!ip('255.255.255.255').isGlobalUnicast() && !ip('ff00::1').isGlobalUnicast()",
    "ip.isCanonical('::1') && !ip.isCanonical('0:0::1') && string(ip('2001:DB8::1')) == '2001:db8::1'",
  ],
  'address ranges': [
    "isCIDR('10.0.0.0/8') && isCIDR('10.1.2.3/8') && !isCIDR('10.0.0.0/33') && !isCIDR('10.0.0.0/08') && !isCIDR('10.0.0.1')",
    "cidr('10.0.0.0/8').containsIP(ip('10.9.9.9')) && cidr('10.0.0.0/8').containsIP('10.9.9.9') && !cidr('::/0').containsIP('1.1.1.1')",
    "cidr('10.0.0.0/8').containsCIDR('10.1.0.0/16') && !cidr('10.1.0.0/16').containsCIDR(cidr('10.0.0.0/8'))",
    "cidr('10.1.2.3/16').masked() == cidr('10.1.0.0/16') && cidr('10.1.2.3/16').ip() == ip('10.1.2.3')",
    "cidr('::1/128').prefixLength() == 128 && string(cidr('10.0.0.0/8')) == '10.0.0.0/8'",
  ],
  formats: [
    "!format.dns1123Label().validate('my-name').hasValue() && format.dns1123Label().validate('My').hasValue()",
    "!format.dns1123Subdomain().validate('a.b').hasValue() && !format.dns1035Label().validate('a1').hasValue()",
    "!format.qualifiedName().validate('a.b/c').hasValue() && !format.labelValue().validate('').hasValue()",
    "!format.dns1123LabelPrefix().validate('a-').hasValue() && !format.dns1123SubdomainPrefix().validate('a.b-').hasValue()",
    "!format.dns1035LabelPrefix().validate('a-').hasValue() && !format.uri().validate('https://a').hasValue()",
    "!format.uuid().validate('123e4567-e89b-12d3-a456-426614174000').hasValue() && !format.byte().validate('aGVsbG8=').hasValue()",
    "!format.date().validate('2021-01-01').hasValue() && !format.datetime().validate('2021-01-01T00:00:00Z').hasValue()",
    "format.named('dns1123Label').hasValue() && !format.named('nothing').hasValue()",
  ],
  versions: [
    "isSemver('1.2.3-rc.1+build') && !isSemver('v1.0') && isSemver('v1.0', true) && !isSemver('01.2.3')",
    "semver('1.2.3').isGreaterThan(semver('1.2.3-rc.1')) && semver('1.0.0-2').isLessThan(semver('1.0.0-a'))",
    "semver('v01.1', true).compareTo(semver('1.1.0')) == 0 && semver('1.2.3').major() == 1",
    "semver('1.2.3').minor() == 2 && semver('1.2.3').patch() == 3 && semver('1.0.0+a') == semver('1.0.0+b')",
  ],
  strings: [
    "'tacocat'.charAt(3) == 'o' && 'äb'.indexOf('b') == 1 && 'aa'.lastIndexOf('a') == 1 && '😀x'.size() == 2",
    "['a', 'b'].join('-') == 'a-b' && 'TacoÄ'.lowerAscii() == 'tacoÄ' && 'a'.upperAscii() == 'A'",
    "'hello hello'.replace('he', 'we', 1) == 'wello hello' && 'ab'.replace('', '_') == '_a_b_'",
    "'a,b,c'.split(',') == ['a', 'b', 'c'] && 'a,b,c'.split(',', 2) == ['a', 'b,c'] && 'ab'.split('') == ['a', 'b']",
    "'tacocat'.substring(4) == 'cat' && 'tacocat'.substring(0, 4) == 'taco' && ' \\t a\\u00a0'.trim() == 'a'",
    "'%s %d %.1f %x %b'.format(['a', 7, 1.25, 255, true]) == 'a 7 1.2 ff 1' && strings.quote('a\"') == '\"a\\\\\"\"'",
    "'%e'.format([1234567.5]) == '1.234568×10⁰⁶' && '%f'.format([1234567.5]) == '1,234,567.500000'",
    "'%s'.format([['a', 1.5]]) == '[\"a\", 1.500000]' && string(1e7) == '1e+07'",
  ],
  sets: [
    'sets.contains([1, 2], [2]) && sets.contains([1], []) && !sets.contains([1], [1, 2])',
    'sets.equivalent([1, 1], [1]) && sets.intersects([1, 2], [2, 3]) && !sets.intersects([1], [])',
  ],
  optionals: [
    "object.?missing.orValue('x') == 'x' && object.?a.hasValue() && object.?a.?b.value() == 1",
    "object.?missing.?deep == optional.none() && {?'k': object.?missing} == {} && [?object.?missing] == []",
    'optional.of(1).optMap(x, x + 1).value() == 2 && optional.none().optFlatMap(x, optional.of(x)) == optional.none()',
    "optional.ofNonZeroValue('') == optional.none() && [1][?5].or(optional.of(2)).value() == 2 && optional.unwrap([optional.of(1)]) == [1]",
  ],
  'two variables': [
    '[1, 2].all(i, v, i < v) && {"a": 1}.exists(k, v, k == "a" && v == 1) && [1, 2].existsOne(i, v, v == 2)',
    '[1, 2].transformList(i, v, i + v) == [1, 3] && {"a": 1}.transformMap(k, v, v + 1) == {"a": 2}',
    '{"a": "b"}.transformMapEntry(k, v, {v: k}) == {"b": "a"} && [1, 2].transformMap(i, v, v > 1, v) == {1: 2}',
  ],
};

describe.each(Object.entries(facts))('%s', (_library, lines) => {
  test.each(lines)('%s', (line) => expect(valueOf(line, { a: { b: 1 } })).toBe(true));
});

describe('errors', () => {
  test.each([
    '[].min() == 1',
    "quantity('x') == quantity('1')",
    "quantity('1500m').asInteger() == 1",
    "quantity('1') == quantity('1').add(1)",
    "ip('x') == ip('::1')",
    "cidr('10.0.0.0/8').containsIP('x')",
    "url('x').getHost() == ''",
    "semver('1') == semver('1.0.0')",
    '1 / object.zero == 1',
    'object.missing == 1',
    '[1][object.zero + 3] == 1',
    '9223372036854775807 + 1 > 0',
    'optional.none().value() == 1',
  ])('%s', (line) => expect(valueOf(line, { zero: 0 })).toBe('error'));
});

test('who is authorised is not known here', () => {
  const asked = evaluate("authorizer.group('').resource('pods').check('get').allowed()");
  expect(asked).toEqual({ outcome: 'unsupported', reason: 'no value is known for authorizer' });
  expect(valueOf("object.a.b == 1 || authorizer.path('/').check('get').allowed()", { a: { b: 1 } })).toBe(true);
});

test('an error in what sortBy sorts, or sorts by, ends the evaluation, as on a server; any other may be outvoted', () => {
  expect(evaluate('[1 / 0][0] == 1 || true').outcome).toBe('value');
  expect(evaluate('[1 / 0].sortBy(n, n)[0] == 1 || true').outcome).toBe('error');
  expect(evaluate('[1, 2].sortBy(n, n / 0)[0] == 1 || true').outcome).toBe('error');
});

test('so does an error in what distinct gets, or a sort whose type is known', () => {
  expect(evaluate('[1 / 0].distinct() == [1] || true').outcome).toBe('error');
  expect(evaluate('[1 / 0].sort() == [1] || true').outcome).toBe('error');
  expect(evaluate('[dyn(1 / 0)].sort() == [1] || true').outcome).toBe('value');
  expect(evaluate('[1 / 0].reverse() == [1] || true').outcome).toBe('value');
});
