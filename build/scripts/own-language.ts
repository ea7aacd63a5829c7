import type { Plugin } from 'vite'

/** Words of a component library in another language than ours: `…/intl/datepicker/fr-FR.mjs`. */
const FOREIGN =
  /\/node_modules\/react-(?:aria|stately|aria-components)\/dist\/private\/intl\/.*\/(?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/

/** React Aria brings its words in thirty languages; Bobbin speaks one, and the others would be a tenth of what the window loads. */
export function ownLanguage(): Plugin {
  return {
    name: 'own-language',
    load: id => (FOREIGN.test(id) ? 'export default {}' : null),
  }
}
