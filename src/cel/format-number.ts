const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** With so many digits behind the point; what lies in the middle goes to the even side, as in Go. */
export function fixedText(value: number, precision: number): string {
  const size = Math.abs(value);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (size >= 1e21) return `${sign}${BigInt(size)}${precision > 0 ? `.${'0'.repeat(precision)}` : ''}`;
  const digits = Math.min(precision, 99);
  const longer = size.toFixed(digits + 1);
  if (!longer.endsWith('5') || Number(longer) !== size) return sign + size.toFixed(digits);
  const floor = BigInt(longer.replace('.', '')) / 10n;
  const rounded = String(floor + (floor % 2n)).padStart(digits + 1, '0');
  return sign + (digits === 0 ? rounded : `${rounded.slice(0, -digits)}.${rounded.slice(-digits)}`);
}

/** `1,234.50`: the server formats for American English. */
export function groupedText(value: number, precision: number): string {
  if (!Number.isFinite(value)) return endless(value);
  const [whole = '', fraction] = fixedText(value, precision).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** `1.234568×10⁰⁶`. The precision is the width there: a slip of the server's. */
export function scientificText(value: number, width: number): string {
  if (!Number.isFinite(value)) return endless(value).padStart(width);
  const [digits = '', exponent = '0'] = value.toExponential(6).split('e');
  const power = String(Math.abs(Number(exponent))).padStart(2, '0');
  const raised = Array.from(power, (digit) => superscripts[Number(digit)]).join('');
  return `${digits}×10${exponent.startsWith('-') ? '⁻' : ''}${raised}`.padStart(width);
}

function endless(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '∞' : '-∞';
}
