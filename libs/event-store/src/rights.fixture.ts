/** A user id that owns no file. */
const nobody = 65_534;

/**
 * Gives up root's rights, for a test process that must meet a folder it may not write to: root may write everywhere. Call it after the program is
 * loaded, because the clone may be in a folder that only its owner can enter.
 */
export const dropRightsOfRoot = (): void => {
  if (process.getuid?.() !== 0) return;
  process.setgroups?.([]);
  process.setgid?.(nobody);
  process.setuid?.(nobody);
};
