import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import './theme/tokens.css'
import './theme/base.css'
import './ui/field.css'
import './theme/contrast.css'
import './i18n/i18n.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { CannotOpen } from './app/cannot-open.tsx'
import { restoreView } from './app/last-view.ts'
import { restoreOnce } from './app/once.ts'
import { Opening } from './app/opening.tsx'
import { restoreClosely } from './features/closely/index.ts'
import { restoreNarrow } from './features/narrow/index.ts'
import { restoreDrafts, restoreInspectorView } from './features/inspector/index.ts'
import { restoreEverything } from './features/everything/index.ts'
import { restorePrint } from './features/print/index.ts'
import { restoreRecent } from './features/search/index.ts'
import { restoreSend } from './features/send/index.ts'
import { restoreSettings } from './features/settings/index.ts'
import { restoreSpots, restoreWallView } from './features/wall/index.ts'
import { connectShell, library } from './host/bobbin.ts'
import { openShell } from './host/shell.ts'

const element = document.getElementById('root')
if (!element) throw new Error('the page has no #root')
const root = createRoot(element)

// A library opens in a blink; where it does not, she reads that it is on its way.
const patience = setTimeout(() => root.render(<Opening />), 500)

try {
  connectShell(await openShell())
  const { settings } = await library.call('settings.get', {})
  restoreSettings(settings)
  restoreWallView(settings)
  restoreSpots(settings)
  restoreNarrow(settings)
  restoreView(settings)
  restoreRecent(settings)
  restoreInspectorView(settings)
  restoreDrafts(settings)
  restoreClosely(settings)
  restorePrint(settings)
  restoreEverything(settings)
  restoreOnce(settings)
  // The wall does not wait for the machines; without them the button just does not name one.
  restoreSend(settings).catch(() => undefined)
  clearTimeout(patience)
  root.render(<App />)
} catch (error) {
  clearTimeout(patience)
  root.render(<CannotOpen error={error} />)
}
