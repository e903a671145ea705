/** What a system reports if a file can't be written, in words. Any other error is our own mistake. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'full disk',
  EDQUOT: 'full quota',
  EFBIG: 'file that is larger than allowed',
  EROFS: 'read-only disk',
  EACCES: 'folder that may not be written to',
  EPERM: 'folder that may not be written to',
  ENAMETOOLONG: 'name that is too long',
  ENOTDIR: 'file in the place of a folder',
  EISDIR: 'folder in the place of a file',
  EEXIST: 'file in its place',
  ENOTEMPTY: 'folder in its place',
  EIO: 'fault of the disk',
  EMFILE: 'number of open files',
};

/** Why a file could not be written; undefined if the system isn't the cause. */
export function reasonOf(error: unknown): string | undefined {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === undefined ? undefined : REASONS[code];
}
