import type { HttpApp } from '../platform/http/http-app.ts'
import { fileRoutes } from './file-routes.ts'
import type { MediaContext, Receivers } from './media-context.ts'
import { uploadRoutes } from './upload-routes.ts'

/** The addresses of files and of uploads on their way. */
export const mediaRoutes = (app: HttpApp, context: MediaContext, receivers: Receivers): void => {
  uploadRoutes(app, context, receivers)
  fileRoutes(app, context)
}
