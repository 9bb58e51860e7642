import { applyPatches } from './patch.ts';

const dayInMilliseconds = 24 * 60 * 60 * 1000;

/**
 * Makes this process another world, for good: another day, another seed. Language, time zone, folder and environment are the
 * business of whoever started it. Nothing is refused here: what the guard does not see shall show in the bytes.
 */
export function perturbWorld(): void {
  const RealDate = Date;
  const shift = 1234 * dayInMilliseconds + 56_789;
  const now = (): number => RealDate.now() + shift;
  const shifted = new Proxy(RealDate, {
    apply: (target) => new target(now()).toString(),
    construct: (target, values: unknown[], newTarget) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget) as object,
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  let state = 0x2545f491;
  const random = (): number => {
    // xorshift32: only that it is another sequence matters.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  applyPatches([
    { target: globalThis, key: 'Date', value: shifted },
    { target: Math, key: 'random', value: random },
  ]);
}
