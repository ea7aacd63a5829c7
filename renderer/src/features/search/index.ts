export { KindPicker } from './kind-choice.tsx'
export { SearchBox } from './search-box.tsx'
export { clearSearch, setSort, setText, useSearch } from './search-store.ts'
