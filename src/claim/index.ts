/** Turns annotated, attributed sentences into claims: clause-level assertions with who makes them, what, when and how surely. */

export { createComponents, createReader } from './createReader.js'
export { createClaimFinder } from './findClaims.js'
export type { Anchor, Claim, ClaimParticipant, Stand } from './layers.js'
export { createPositionFinder } from './positions/findPositions.js'
export type { PositionKind } from './positions/positionVerbs.js'
