// Bobbin's own lint rules, in the shape oxlint and ESLint share.
import { layers } from './layers.js'

/** `ready` fires only after the main module has been evaluated, so awaiting it there waits for ever; thin fakes cannot show it. */
const noReadyAwait = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = (context.filename ?? context.getFilename()).replaceAll('\\', '/')
    if (!file.includes('/electron/main/')) return {}
    let depth = 0
    const enter = () => void depth++
    const leave = () => void depth--
    return {
      FunctionDeclaration: enter,
      'FunctionDeclaration:exit': leave,
      FunctionExpression: enter,
      'FunctionExpression:exit': leave,
      ArrowFunctionExpression: enter,
      'ArrowFunctionExpression:exit': leave,
      AwaitExpression(node) {
        if (depth === 0)
          context.report({
            node,
            message: 'No await at the top level of the main process: app.whenReady() would never come.',
          })
      },
    }
  },
}

const noFocusedTests = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    return {
      MemberExpression(node) {
        const owner = node.object.name
        if (['it', 'test', 'describe'].includes(owner) && node.property.name === 'only')
          context.report({ node, message: 'A focused test hides all the others.' })
      },
    }
  },
}

const spokenAttributes = new Set(['aria-label', 'aria-description', 'alt', 'title', 'placeholder', 'label'])
const hasWords = text => /\p{L}{2}/u.test(text)

/** Every word a quilter reads stands in the one catalogue. */
const noHardCodedText = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = (context.filename ?? context.getFilename()).replaceAll('\\', '/')
    if (!file.includes('/renderer/src/') || file.includes('.test.')) return {}
    return {
      JSXText(node) {
        if (hasWords(node.value))
          context.report({ node, message: `"${node.value.trim()}" belongs in renderer/src/i18n.` })
      },
      JSXAttribute(node) {
        const value = node.value
        if (value?.type !== 'Literal' || typeof value.value !== 'string' || !spokenAttributes.has(node.name.name))
          return
        if (hasWords(value.value)) context.report({ node, message: `"${value.value}" belongs in renderer/src/i18n.` })
      },
    }
  },
}

export default {
  meta: { name: 'bobbin' },
  rules: {
    layers,
    'no-ready-await': noReadyAwait,
    'no-focused-tests': noFocusedTests,
    'no-hard-coded-text': noHardCodedText,
  },
}
