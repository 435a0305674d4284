import { isIPv4 } from 'node:net';

/** Whether an address or host name reaches this machine alone. `0.0.0.0` and `::` listen to everybody, and are not. */
export const isLoopback = (address: string): boolean => {
  const host = address.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  if (host === 'localhost' || host === '::1') return true;
  const v4 = host.replace(/^::ffff:/, '');
  return isIPv4(v4) && v4.startsWith('127.');
};
