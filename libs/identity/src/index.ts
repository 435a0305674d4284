export * from './access-entries';
export * from './access-log';
export * from './access-log.batched';
export * from './access-log.sqlite';
export * from './authorised-reading';
export * from './decide-access';
export * from './demo-directory';
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
export * from './seen-notices.sqlite';
export * from './session-cookie';
export * from './session-store';
export * from './session-store.in-memory';
export * from './session-store.sqlite';
export * from './sessions';
