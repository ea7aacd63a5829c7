/** One walk through Bobbin, stopping at every screen worth a picture. The same walk is gone at each text size and with long words. */
import type { Page } from '@playwright/test'
import type { Bobbin } from '../harness.ts'
import type { BobbinWindow } from '../pages/window.ts'
import type { ToldBackup } from '../told-backup.ts'

export interface Stage {
  readonly win: BobbinWindow
  readonly page: Page
  readonly bobbin: Bobbin
  /** What the core says of backing up, as the walk tells it. */
  readonly backup: ToldBackup
  /** 200 %: the pane is a page and some controls open from a button. */
  readonly isLarge: boolean
  /** Looks at what is on the screen: in every theme with axe, for cut words, and beside the kept picture. `title` is kebab-case. */
  shot(title: string): Promise<void>
}

export interface Walk {
  /** kebab-case; the pictures are called `<name>-<title>`. */
  readonly name: string
  /** Patterns in the library beforehand. Default none. */
  readonly seeded?: number
  /** What backing up is at its start. Default: nobody is signed in. */
  readonly backup?: () => ToldBackup
  readonly go: (stage: Stage) => Promise<void>
}
