import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import './notice-bar.css';

/** What holds for the whole page: demo people, no connection, another day. */
export const NoticeBar = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <aside className="notice-bar" aria-label={label}>
    <Info size={16} aria-hidden="true" />
    {children}
  </aside>
);
