import { Button as Pressable, type ButtonProps } from 'react-aria-components';
import './button.css';

/** `primary` once per task; `quiet` for leaving it. */
type Weight = 'primary' | 'plain' | 'quiet';

export const Button = ({
  weight = 'plain',
  wide = false,
  className,
  ...rest
}: Omit<ButtonProps, 'className'> & {
  readonly weight?: Weight;
  readonly wide?: boolean;
  readonly className?: string;
}) => (
  <Pressable
    {...rest}
    className={['button', weight, wide ? 'wide' : '', className ?? ''].filter(Boolean).join(' ')}
  />
);
