export const small = 'small';
