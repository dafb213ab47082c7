/** Turns annotated, attributed sentences into claims: clause-level assertions with who makes them, what, when and how surely. */
export type { Claim, ClaimParticipant } from './layers.js'
export { createComponents, createReader } from './createReader.js'
export { createClaimFinder } from './findClaims.js'
