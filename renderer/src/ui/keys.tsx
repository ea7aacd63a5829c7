import { keyCaps } from '#shared/commands/keys.ts'
import { shell } from '#renderer/host/bobbin.ts'
import './keys.css'

/** Keys as they are printed on her keyboard. */
export function Keys({ keys }: { keys: string }) {
  const platform = shell().capabilities.platform === 'darwin' ? 'darwin' : 'other'
  return (
    <span className="keys">
      {keyCaps(keys, platform).map(cap => (
        <kbd key={cap} className="key">
          {cap}
        </kbd>
      ))}
    </span>
  )
}
