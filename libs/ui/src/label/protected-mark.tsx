import { Shield } from 'lucide-react';
import './protected-mark.css';

/** Marks a person with protected personal data (skyddade personuppgifter). */
export const ProtectedMark = ({ children }: { readonly children: string }) => (
  <span className="protected">
    <Shield size={14} aria-hidden="true" />
    {children}
  </span>
);
