/// <reference lib="webworker" />
import { activate, answer, type Build, install } from './shell.ts'

declare const self: ServiceWorkerGlobalScope

/** The build writes itself in here. */
declare const __BUILD__: Build

const build = __BUILD__
const surroundings = { caches, fetch: fetch.bind(self), origin: self.location.origin }

self.addEventListener('install', (event) => {
  // Pages are asked from the network first, and files carry their hash: no tab depends on which worker serves it.
  event.waitUntil(install(surroundings, build).then(() => self.skipWaiting()))
})
self.addEventListener('activate', (event) => {
  event.waitUntil(activate(surroundings, build).then(() => self.clients.claim()))
})
self.addEventListener('fetch', (event) => {
  const response = answer(surroundings, build, event.request)
  if (response !== undefined) event.respondWith(response)
})
