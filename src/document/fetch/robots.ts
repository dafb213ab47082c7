import robotsModule from 'robots-parser'

// The package is CommonJS and its types describe an ES module: what is imported is the function itself.
const parseRobots = robotsModule as unknown as (
  url: string,
  text: string,
) => {
  isAllowed(address: string, userAgent: string): boolean | undefined
  getCrawlDelay(userAgent: string): number | undefined
}

export interface Robots {
  /** Whether the site lets this agent fetch the address. */
  allows(url: URL): Promise<boolean>
  /** The pause between two requests that the site asks for, in milliseconds; 0 where it asks for none. */
  pauseMs(url: URL): Promise<number>
}

interface Rules {
  allows(address: string): boolean
  readonly pauseMs: number
}

// Some sites ask for an hour; a person waits for the page.
const LONGEST_PAUSE_MS = 10_000

/**
 * Asks each site's robots.txt, once a run.
 *
 * After RFC 9309: a missing file (status 4xx) allows everything, a server that fails (5xx) or cannot be reached allows nothing.
 */
export function createRobots(
  userAgent: string,
  load: (url: URL) => Promise<{ readonly status: number; readonly text: string }>,
): Robots {
  const known = new Map<string, Promise<Rules>>()
  const ask = async (origin: string): Promise<Rules> => {
    const url = new URL('/robots.txt', origin)
    const { status, text } = await load(url)
    if (status !== 200) return { allows: () => status < 500, pauseMs: 0 }
    const rules = parseRobots(url.href, text)
    const seconds = Number(rules.getCrawlDelay(userAgent) ?? 0)
    return {
      allows: (address) => rules.isAllowed(address, userAgent) !== false,
      pauseMs: Number.isFinite(seconds) ? Math.min(LONGEST_PAUSE_MS, Math.max(0, seconds * 1_000)) : 0,
    }
  }
  const rulesOf = (url: URL): Promise<Rules> => {
    const rules = known.get(url.origin) ?? ask(url.origin)
    known.set(url.origin, rules)
    return rules
  }
  return {
    allows: async (url) => (await rulesOf(url)).allows(url.href),
    pauseMs: async (url) => (await rulesOf(url)).pauseMs,
  }
}
