export const tracking = { name: 'tracking', parent: 'commerce' };
