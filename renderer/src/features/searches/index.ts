export { KeepSearch } from './keep-search.tsx'
export { SearchMenu } from './search-menu.tsx'
