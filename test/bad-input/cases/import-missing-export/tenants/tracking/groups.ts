export const admins = ['tracking-admin@meridian.example'];
