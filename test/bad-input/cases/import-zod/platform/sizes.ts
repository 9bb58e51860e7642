import { z } from 'zod';

export const Size = z.number();
