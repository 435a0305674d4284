import './authority-label.css';

/** How strongly a duty binds: `law` filled, `routine` dashed, everything between outlined. */
type Weight = 'law' | 'between' | 'routine';

export const AuthorityLabel = ({
  weight,
  children,
}: {
  readonly weight: Weight;
  readonly children: string;
}) => <span className={`authority ${weight}`}>{children}</span>;
