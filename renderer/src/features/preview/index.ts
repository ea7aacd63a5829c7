export { PreviewPane } from './preview-pane.tsx'
export { closePage, openPage, refreshShown, show, usePreview } from './preview-store.ts'
