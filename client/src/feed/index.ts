export { CircleFeed } from './circle-feed.tsx'
export { OwnFeed } from './own-feed.tsx'
