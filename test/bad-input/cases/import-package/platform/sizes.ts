import lodash from 'lodash';

export const sizes = lodash.range(3);
