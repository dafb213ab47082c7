import robotsModule from 'robots-parser'

// The package is CommonJS and its types describe an ES module: what is imported is the function itself.
const parseRobots = robotsModule as unknown as (
  url: string,
  text: string,
) => { isAllowed(address: string, userAgent: string): boolean | undefined }

export interface Robots {
  /** Whether the site lets this agent fetch the address. */
  allows(url: URL): Promise<boolean>
}

/**
 * Asks each site's robots.txt, once a run.
 *
 * After RFC 9309: a missing file (status 4xx) allows everything, a server that fails (5xx) or cannot be reached allows nothing.
 */
export function createRobots(
  userAgent: string,
  load: (url: URL) => Promise<{ readonly status: number; readonly text: string }>,
): Robots {
  const known = new Map<string, Promise<(address: string) => boolean>>()
  const ask = async (origin: string): Promise<(address: string) => boolean> => {
    const url = new URL('/robots.txt', origin)
    const { status, text } = await load(url)
    if (status >= 500) return () => false
    if (status !== 200) return () => true
    const rules = parseRobots(url.href, text)
    return (address) => rules.isAllowed(address, userAgent) !== false
  }
  return {
    async allows(url) {
      let rules = known.get(url.origin)
      if (rules === undefined) {
        rules = ask(url.origin)
        known.set(url.origin, rules)
      }
      return (await rules)(url.href)
    },
  }
}
