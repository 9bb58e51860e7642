import { defineTenant } from 'keelson';
import { small } from '../platform/sizes.ts';

export default defineTenant({ name: 'tracking', quota: { class: small } });
