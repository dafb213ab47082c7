declare module 'virtual:script' {
  /** The page's script, built before the page. */
  export const script: string
}

declare module '*.css?inline' {
  const css: string
  export default css
}
