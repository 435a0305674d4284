/** What is shown to people, in both languages of the interface. */
export interface Text {
  readonly sv: string;
  readonly en: string;
}
