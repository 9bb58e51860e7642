import { Names } from 'cdk8s';
import { defineTenant } from 'keelson';

export default defineTenant({ name: 'tracking', labels: { hash: Names.toLabelValue.name } });
