import { isIPv4 } from 'node:net';

/** True if an address or a host name reaches this machine only. False for `0.0.0.0` and `::`, which accept connections from other machines. */
export const isLoopback = (address: string): boolean => {
  const host = address.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  if (host === 'localhost' || host === '::1') return true;
  const v4 = host.replace(/^::ffff:/, '');
  return isIPv4(v4) && v4.startsWith('127.');
};
