export const FILE_TABS = ['history', 'consents', 'representatives'] as const;
export type FileTab = (typeof FILE_TABS)[number];

/** Which case and which tab are shown stand in the address. */
export interface FileSearch {
  readonly case?: string;
  readonly tab?: FileTab;
}

/** What is no id and no tab is dropped. */
export const readFileSearch = ({ case: given, tab }: Record<string, unknown>): FileSearch => ({
  ...(typeof given === 'string' && /^[0-9a-f-]{36}$/.test(given) && { case: given }),
  ...(FILE_TABS.some((one) => one === tab) && { tab: tab as FileTab }),
});
