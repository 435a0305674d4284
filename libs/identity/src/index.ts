export * from './access-entries';
export * from './access-log';
export * from './access-log.batched';
export * from './authorised-reading';
export * from './decide-access';
export * from './directory';
export * from './loopback';
export {
  ACCESS_REFUSALS,
  mayDo,
  type AccessRefusal,
  type Granted,
  type NotGranted,
  type Question,
} from './may-do';
export * from './openid';
export * from './origin-check';
export * from './permission-table';
export * from './purposes';
export * from './relations';
export * from './roles';
export * from './seen-notices';
export * from './session-cookie';
export * from './session-store';
export * from './sessions';
