import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as TabbedPanels } from 'react-aria-components';
import './tabs.css';

export interface TabbedPage<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: number;
  readonly content: ReactNode;
}

/** Panels of which one is shown. Arrows move between their names. */
export const Tabs = <Id extends string>({
  label,
  pages,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly pages: readonly TabbedPage<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}) => (
  <TabbedPanels
    className="tabs"
    selectedKey={chosen}
    onSelectionChange={(key) => {
      onChoose(key as Id);
    }}
  >
    <TabList aria-label={label}>
      {pages.map(({ id, label: text, count }) => (
        <Tab key={id} id={id}>
          {text} {count !== undefined && <span>{count}</span>}
        </Tab>
      ))}
    </TabList>
    {pages.map(({ id, content }) => (
      <TabPanel key={id} id={id}>
        {content}
      </TabPanel>
    ))}
  </TabbedPanels>
);
