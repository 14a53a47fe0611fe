export { addPost, beginThread, markRead, openThread } from './commands.ts'
export { threadRoutes } from './routes.ts'
