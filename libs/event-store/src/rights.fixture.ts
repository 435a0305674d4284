/** A user id that owns no file. */
const nobody = 65_534;

/**
 * Root may write everywhere. A test process that is to meet a folder without the right to write calls this when it runs as root.
 * It does so after it has loaded its program: the clone may lie in a folder that only its owner can enter.
 */
export const dropRightsOfRoot = (): void => {
  if (process.getuid?.() !== 0) return;
  process.setgroups?.([]);
  process.setgid?.(nobody);
  process.setuid?.(nobody);
};
