export { BigView } from './big-view.tsx'
export { PreviewPane } from './preview-pane.tsx'
export { closePage, lookAt, openPage, refreshShown, show, usePreview } from './preview-store.ts'
