import { defineTenant } from 'keelson';

export default defineTenant({ name: 'parcels', parnt: 'commerce' } as never);
