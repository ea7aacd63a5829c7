import { Button, type ButtonProps } from './button.tsx'
import { useFocusAtOnce } from './use-focus-at-once.ts'

/** A button that has the focus from the first moment on, where what had it has just gone; see `useFocusAtOnce`. */
export function ButtonAtOnce({ isWanted = true, ...rest }: Omit<ButtonProps, 'ref'> & { readonly isWanted?: boolean }) {
  const place = useFocusAtOnce<HTMLButtonElement>(isWanted)
  return <Button {...rest} ref={place} />
}
