const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1000n,
  µs: 1000n,
  μs: 1000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
const limit = 2n ** 63n;

/** Nanoseconds of `1h30m`, `-1.5s`, `0`; undefined when Go's `time.ParseDuration` refuses it. */
export function goDuration(value: string): bigint | undefined {
  const negative = value.startsWith('-');
  const text = /^[-+]/.test(value) ? value.slice(1) : value;
  if (text === '0') return 0n;
  if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(text)) return undefined;
  let total = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of text.matchAll(/(\d*)\.?(\d*)([^\d.]+)/g)) {
    const size = units[unit] ?? 0n;
    total +=
      BigInt(whole === '' ? '0' : whole) * size + (BigInt(`0${fraction}`) * size) / 10n ** BigInt(fraction.length);
  }
  if (total > limit || (total === limit && !negative)) return undefined;
  return negative ? -total : total;
}
