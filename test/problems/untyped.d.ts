// Version 1 of http-errors is installed under an alias and without types. What tests use of it is the same in version 2.
declare module 'http-errors1' {
  export { default } from 'http-errors'
}
