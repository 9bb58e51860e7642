import { trapped, type AnyFunction, type Patch, type Trap } from './patch.ts';

const dates = 'Declare the date where it is needed, as a string (`expiresAt`), or give `new Date(...)` an argument.';
const random = 'Derive the value from a name that is declared.';
const locale = "Name the locale (`'en'`), or compare with `<` and `===`.";
const memory = 'Keep the value itself: when it is collected differs from run to run.';

/** Date, chance and locale: what the language itself lets depend on the machine. */
export function languagePatches(trap: Trap): readonly Patch[] {
  return [
    { target: globalThis, key: 'Date', value: guardedDate(trap) },
    {
      target: Math,
      key: 'random',
      value: trapped(Math.random, trap, 'Math.random()', random, 'direct-use'),
    },
    ...intlPatches(trap),
    ...localePatches(trap),
    ...['WeakRef', 'FinalizationRegistry'].map((key) => ({
      target: globalThis,
      key,
      value: trapped(Reflect.get(globalThis, key) as AnyFunction, trap, `new ${key}()`, memory, 'direct-use'),
    })),
  ];
}

function guardedDate(trap: Trap): DateConstructor {
  const RealDate = Date;
  const now = trapped(RealDate.now, trap, 'Date.now()', dates, 'direct-use');
  const handler: ProxyHandler<DateConstructor> = {
    apply: function apply(target) {
      trap('Date()', dates, apply, 'direct-use');
      return target();
    },
    construct: function construct(target, values: unknown[], newTarget) {
      if (values.length === 0) trap('new Date()', dates, construct, 'direct-use');
      return Reflect.construct(target, values, newTarget) as object;
    },
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  };
  return new Proxy(RealDate, handler);
}

/** Without a locale these take the machine's. */
function intlPatches(trap: Trap): readonly Patch[] {
  const kinds = [
    'Collator',
    'DateTimeFormat',
    'DisplayNames',
    'DurationFormat',
    'ListFormat',
    'NumberFormat',
    'PluralRules',
    'RelativeTimeFormat',
    'Segmenter',
  ];
  return kinds.flatMap((key) => {
    const real: unknown = Reflect.get(Intl, key);
    if (typeof real !== 'function') return [];
    const used = withoutLocale(`Intl.${key}`, 0);
    return [{ target: Intl, key, value: trapped(real as AnyFunction, trap, used, locale, 'direct-use') }];
  });
}

/** Methods with an optional locale: prototype, method, position of the locale. */
function localePatches(trap: Trap): readonly Patch[] {
  const methods: readonly (readonly [object, string, string, number])[] = [
    [String.prototype, 'String', 'localeCompare', 1],
    [String.prototype, 'String', 'toLocaleLowerCase', 0],
    [String.prototype, 'String', 'toLocaleUpperCase', 0],
    [Number.prototype, 'Number', 'toLocaleString', 0],
    [BigInt.prototype, 'BigInt', 'toLocaleString', 0],
    [Array.prototype, 'Array', 'toLocaleString', 0],
    [Date.prototype, 'Date', 'toLocaleString', 0],
    [Date.prototype, 'Date', 'toLocaleDateString', 0],
    [Date.prototype, 'Date', 'toLocaleTimeString', 0],
  ];
  return methods.map(([target, owner, key, position]) => {
    const real = Reflect.get(target, key) as AnyFunction;
    const used = withoutLocale(`${owner}.prototype.${key}`, position);
    return { target, key, value: trapped(real, trap, used, locale, 'direct-use') };
  });
}

function withoutLocale(name: string, position: number): (values: readonly unknown[]) => string | undefined {
  return (values) => {
    const given = values[position];
    const missing = given === undefined || (Array.isArray(given) && given.length === 0);
    return missing ? `${name} without a locale` : undefined;
  };
}
