import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { SynopticError } from '../../text/index.js'
import { isForbiddenAddress } from './guardAddress.js'

/** Resolves a name; handed in so that tests can rebind one between two look-ups. */
export type Resolve = typeof lookup

export interface GuardOptions {
  /** Lets private, loopback and other special networks be reached. */
  readonly allowPrivate: boolean
  readonly connectTimeoutMs: number
  readonly resolve?: Resolve
}

/**
 * An HTTP agent that checks the address it is about to connect to, at the moment of connecting.
 *
 * A name is resolved once and the very addresses that were checked are connected to, so that a name that resolves otherwise a moment
 * later (DNS rebinding) gains nothing; redirects go through the same agent. A refused connection fails with `FETCH_REFUSED`.
 */
export function createGuardedAgent({ allowPrivate, connectTimeoutMs, resolve = lookup }: GuardOptions): Agent {
  const guardedLookup: LookupFunction = (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, [])
      const allowed = addresses.filter(({ address }) => allowPrivate || !isForbiddenAddress(address))
      if (allowed.length === 0) return callback(refused(hostname), [])
      if (options.all === true) return callback(null, allowed)
      const [first] = allowed
      callback(null, first!.address, first!.family)
    })
  }
  const connect = buildConnector({ timeout: connectTimeoutMs, lookup: guardedLookup })
  return new Agent({
    connect(options, callback) {
      const host = options.hostname.replace(/^\[|\]$/g, '')
      // The system does not look literal addresses up, so they are checked here.
      if (!allowPrivate && isIP(host) !== 0 && isForbiddenAddress(host)) callback(refused(host), null)
      else connect(options, callback)
    },
    headersTimeout: connectTimeoutMs,
    bodyTimeout: connectTimeoutMs,
    maxHeaderSize: 64 * 1024,
  })
}

function refused(host: string): SynopticError {
  return new SynopticError(
    'FETCH_REFUSED',
    `"${host}" is an address inside a private or special network, which is not fetched from: add --allow-private if this is your own server`,
  )
}
