/** A comment as the page shows it. */
export interface ReaderComment {
  /** Its anchor, from the file's name. */
  id: string;
  author: string;
  date: Date;
  html: string;
}
