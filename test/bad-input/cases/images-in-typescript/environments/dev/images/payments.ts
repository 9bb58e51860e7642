export const checkout = 'ghcr.io/meridian/checkout';
