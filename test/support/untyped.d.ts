// Express 4 and Koa 2 are installed under an alias and without types. The little that tests use of them is the same in
// their successors.
declare module 'express4' {
  export { default } from 'express'
}

declare module 'koa2' {
  export { default } from 'koa'
}
