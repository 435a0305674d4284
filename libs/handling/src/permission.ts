export { PERMISSIONS, type Permission } from '@rt/domain';
