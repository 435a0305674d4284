export * from './deadlines';
export * from './holidays';
export * from './local-date';
export * from './stockholm-time';
