export { LibraryHere } from './library-here.tsx'
export { Upkeep } from './upkeep.tsx'
