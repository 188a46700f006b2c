// The older version is installed under an alias and without types; what tests use of it is the same in the newer one.
declare module 'http-errors1' {
  export { default } from 'http-errors'
}
