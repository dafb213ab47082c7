import type { Crf } from '../../src/attribute/model/crf.js'

/** Weights as whole numbers from -127 to 127; the few beyond the 99.99th percentile are cut to it, the least become 0. */
export function quantize(crf: Crf): { readonly bytes: Uint8Array; readonly scale: number } {
  const sizes = Float32Array.from(crf.weights, Math.abs).sort()
  const top = sizes[Math.floor(sizes.length * 0.9999)]!
  const scale = top / 127
  const whole = Int8Array.from(crf.weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))))
  return { bytes: new Uint8Array(whole.buffer), scale }
}
