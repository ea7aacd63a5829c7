export { SuggestedTags } from './suggested-tags.tsx'
export { TidyPage } from './tidy.tsx'
