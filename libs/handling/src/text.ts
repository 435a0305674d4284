/** A text for people, in both languages. */
export interface Text {
  readonly sv: string;
  readonly en: string;
}
